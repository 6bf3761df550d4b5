import type { InputHTMLAttributes } from 'react'

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  name: string
  label: string
  hint?: string
  error?: string
  /** More than a line of text. */
  rows?: number
}

/** A field with its label, and below it a hint or what is wrong. */
export function TextField({ name, label, hint, error, rows, className, ...input }: Props) {
  const shared = {
    ...{ id: name, name, lang: input.lang, required: input.required, autoComplete: 'off' },
    'aria-describedby': error || hint ? `${name}-hint` : undefined,
    'aria-invalid': error ? true : undefined,
    className: `field mt-1 ${error ? 'border-bad' : ''}`,
  } as const
  return (
    <div className={className}>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      {rows ? (
        <textarea {...shared} rows={rows} defaultValue={input.defaultValue} />
      ) : (
        <input {...input} {...shared} />
      )}
      {(error || hint) && (
        <p id={`${name}-hint`} className={`mt-1 text-sm ${error ? 'text-bad' : 'text-muted'}`}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
