import type { Bilingual, Language } from '@/lib/dictionary'

export interface LampsProps {
  title: Bilingual
  columns: Bilingual[]
  /** Which columns are lit. */
  rows: { label: Bilingual; lit: boolean[] }[]
  yes: Bilingual
  no: Bilingual
  spoken: Language
}

/** A table of lamps, some of them lit. */
export const Lamps = ({ title, columns, rows, yes, no, spoken }: LampsProps) => (
  <table>
    <caption className="mb-2 text-left text-sm font-medium">{title[spoken]}</caption>
    <thead>
      <tr>
        <td />
        {columns.map((column) => (
          <th key={column.en} scope="col">
            {column[spoken]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ label, lit }) => (
        <tr key={label.en}>
          <th scope="row">{label[spoken]}</th>
          {lit.map((isLit, index) => (
            <td key={index}>
              <span
                aria-hidden
                className={`inline-block size-4 rounded-full border-2 ${isLit ? 'border-accent bg-accent' : 'border-field-line'}`}
              />
              <span className="sr-only">{(isLit ? yes : no)[spoken]}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
