import type { InputHTMLAttributes } from 'react'

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  name: string
  /** The head of its column, which is written above the field where a row is a card. */
  label: string
  error: string | undefined
}

/** A text field in a table of fields. */
export const RowCell = ({ name, label, error, ...rest }: Props) => (
  <td className="align-top max-md:block md:pr-3 md:pb-3">
    <span aria-hidden="true" className="text-sm text-muted md:hidden">
      {label}
    </span>
    <input
      {...rest}
      name={name}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      aria-describedby={error && `${name}-hint`}
      autoFocus={error !== undefined}
      autoComplete="off"
      className={`field ${error ? 'border-bad' : ''}`}
    />
    {error && (
      <p id={`${name}-hint`} className="mt-1 text-sm text-bad [overflow-wrap:anywhere]">
        {error}
      </p>
    )}
  </td>
)

/** The heads of its columns. */
export const RowHead = ({ labels }: { labels: string[] }) => (
  <thead className="max-md:hidden">
    <tr>
      {labels.map((label) => (
        <th
          key={label}
          scope="col"
          className="pr-3 pb-1 text-left text-sm font-medium whitespace-nowrap text-muted"
        >
          {label}
        </th>
      ))}
    </tr>
  </thead>
)
