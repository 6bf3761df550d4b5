/** Parameters of a message as sent or received. */
export function ParameterList({ params, empty = '' }: { params: [string, unknown][]; empty?: string }) {
  return (
    <dl translate="no" className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
      {params.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="font-mono break-all text-muted">{name}</dt>
          <dd className="break-all">
            {value === '' ? <span className="text-muted">{empty}</span> : String(value)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
