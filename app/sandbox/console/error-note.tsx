/** Why the form that was just sent did nothing. */
export const ErrorNote = ({ error }: { error: string | string[] | undefined }) =>
  typeof error === 'string' && (
    <p
      role="alert"
      className="border border-orange-300 bg-orange-50 p-3 whitespace-pre-wrap text-orange-900 [overflow-wrap:anywhere]"
    >
      {error}
    </p>
  )
