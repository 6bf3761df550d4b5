interface TextFieldProps {
  name: string
  label: string
  hint: string
  value: string
  error: string | undefined
  autoComplete: string
  inputMode?: 'tel' | 'numeric' | 'decimal'
  required?: true
  wide?: boolean
}

/** A line of text with its label, and below it the hint, or what is wrong. */
export function TextField({ name, label, hint, value, error, wide, ...input }: TextFieldProps) {
  return (
    <div className={wide ? 'sm:col-span-2' : undefined}>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <input
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={`${name}-hint`}
        aria-invalid={error ? true : undefined}
        className={`field mt-1.5 ${error ? 'border-bad' : ''}`}
        {...input}
      />
      <p
        id={`${name}-hint`}
        className={`mt-1.5 text-sm first-letter:uppercase ${error ? 'text-bad' : 'text-muted'} [overflow-wrap:anywhere]`}
      >
        {error ?? hint}
      </p>
    </div>
  )
}
