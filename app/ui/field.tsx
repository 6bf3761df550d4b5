import type { InputHTMLAttributes } from 'react'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string
  label: string
  hint?: string | undefined
  /** What is wrong with what was typed. */
  error?: string | undefined
  /** More than a line of text. */
  rows?: number
}

/** A field with its label, and below it the hint, or what is wrong. */
export function Field({ name, label, hint, error, rows, className, ...input }: FieldProps) {
  const said = error ?? hint
  const shared = {
    id: name,
    name,
    'aria-describedby': said && `${name}-hint`,
    'aria-invalid': error ? true : undefined,
    className: `field mt-1 ${error ? 'border-bad' : ''}`,
  } as const
  return (
    <div className={className}>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      {rows ? (
        <textarea
          {...shared}
          rows={rows}
          lang={input.lang}
          autoComplete={input.autoComplete}
          required={input.required}
          autoFocus={input.autoFocus}
          defaultValue={input.defaultValue}
        />
      ) : (
        <input {...input} {...shared} />
      )}
      {said && (
        <p
          id={`${name}-hint`}
          className={`mt-1 text-sm first-letter:uppercase ${error ? 'text-bad' : 'text-muted'} [overflow-wrap:anywhere]`}
        >
          {said}
        </p>
      )}
    </div>
  )
}
