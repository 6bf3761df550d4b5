interface Props {
  heading: string
  lines: string[]
}

export const InfoPart = ({ heading, lines }: Props) => (
  <section>
    <h2>{heading}</h2>
    <ul className="mt-2 space-y-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
)
