/** Why the form that was just sent was refused. */
export const ErrorNote = ({ error }: { error: string | string[] | undefined }) =>
  typeof error === 'string' && (
    <p
      role="alert"
      className="border border-gate-note-line bg-gate-note p-3 whitespace-pre-wrap text-on-gate-note [overflow-wrap:anywhere]"
    >
      {error}
    </p>
  )
