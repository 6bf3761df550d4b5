import type { AllHTMLAttributes, ReactNode } from 'react'

interface FieldProps extends Omit<AllHTMLAttributes<HTMLElement>, 'type'> {
  name: string
  label: string
  /** The label is for screen readers only, and className is the input's own. */
  isLabelHidden?: boolean
  labelClassName?: string
  type?: 'datetime-local' | 'email' | 'number' | 'password' | 'search'
  hint?: string | undefined
  /** What is wrong with what was typed; shown in place of the hint. */
  error?: string | undefined
  /** Makes it a text of several lines. */
  rows?: number
  /** Options make it a choice. */
  children?: ReactNode
}

/** A text field or a choice with its label, and below it the hint, or what is wrong. */
export function Field({
  name,
  label,
  isLabelHidden = false,
  labelClassName = 'text-sm font-semibold',
  hint,
  error,
  rows,
  children,
  className,
  ...rest
}: FieldProps) {
  const note = error ?? hint
  if (isLabelHidden)
    return <input {...rest} name={name} aria-label={label} className={`field ${className ?? ''}`} />
  const shared = {
    'aria-describedby': note && `${name}-hint`,
    'aria-invalid': error ? true : undefined,
    autoFocus: error !== undefined, // of several the browser takes the first
    ...rest,
    id: name,
    name,
    className: `field mt-1.5 ${error ? 'border-bad inset-ring inset-ring-bad' : ''}`,
  }
  return (
    <div className={className}>
      <label
        htmlFor={name}
        className={`${labelClassName} ${rest.required ? "after:font-normal after:text-muted after:content-['_*']" : ''}`}
      >
        {label}
      </label>
      {children && <select {...shared}>{children}</select>}
      {rows && <textarea {...shared} rows={rows} />}
      {!children && !rows && <input {...shared} />}
      {note && (
        <p
          id={`${name}-hint`}
          className={`mt-1.5 text-tiny first-letter:uppercase ${error ? 'text-bad' : 'text-muted'} [overflow-wrap:anywhere]`}
        >
          {note}
        </p>
      )}
    </div>
  )
}
