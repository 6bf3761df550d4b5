import type { Bilingual, Language } from '@/lib/dictionary'

export interface RowsProps {
  title: Bilingual
  heads: Bilingual[]
  /** A string is a name of the protocol or of a file. */
  rows: (Bilingual | string)[][]
  spoken: Language
}

/** What belongs to what, in rows. */
export const Rows = ({ title, heads, rows, spoken }: RowsProps) => (
  <div className="wide" tabIndex={0} role="group">
    <table>
      <caption className="mb-2 text-left text-sm font-medium">{title[spoken]}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.en} scope="col">
              {head[spoken]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          <tr key={index}>
            {cells.map((cell, column) => (
              <td key={column}>{typeof cell === 'string' ? <code>{cell}</code> : cell[spoken]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
