interface Props {
  name: string
  label: string
  type: 'email' | 'password'
  autoComplete: 'username' | 'current-password' | 'new-password'
  hint?: string | undefined
  /** What is wrong with what was typed. */
  error?: string | undefined
  defaultValue?: string
}

/** A field of the account's forms, with what is wrong said below it. */
export function FormField({ name, label, hint, error, ...input }: Props) {
  const said = error ?? hint
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <input
        id={name}
        name={name}
        required
        maxLength={254}
        aria-describedby={said && `${name}-hint`}
        aria-invalid={error ? true : undefined}
        className={`field mt-1 ${error ? 'border-bad' : ''}`}
        {...input}
      />
      {said && (
        <p id={`${name}-hint`} className={`mt-1 text-sm ${error ? 'text-bad' : 'text-muted'}`}>
          {said}
        </p>
      )}
    </div>
  )
}
