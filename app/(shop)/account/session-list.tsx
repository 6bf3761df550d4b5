import { beijing } from '@/app/ui/format'
import { SubmitButton } from '@/app/ui/submit-button'
import { listSessions, type Visitor } from '@/lib/accounts/session'
import { language } from '@/lib/language'
import { accountWords } from './account-words'
import { browserInWords } from './browser-in-words'

/** The browsers in which the account is signed in, and a button that signs all of them out. */
export async function SessionList({ visitor }: { visitor: Visitor }) {
  const spoken = await language()
  const words = accountWords[spoken]
  const sessions = await listSessions(visitor.id)
  return (
    <section aria-labelledby="sessions-title" className="mt-10">
      <h2 id="sessions-title">{words.browsers}</h2>
      <ul className="card mt-3 divide-y divide-line">
        {sessions.map(({ id, userAgent, createdAt }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 gap-y-1 px-5 py-4">
            <span>
              {browserInWords(userAgent, spoken)}
              {id === visitor.sessionId && (
                <strong className="ml-2 font-medium text-accent">{words.here}</strong>
              )}
            </span>
            <span className="text-sm text-muted tabular-nums">
              {words.signedIn(beijing(createdAt, spoken))}
            </span>
          </li>
        ))}
      </ul>
      <form action="/account/sessions/end" method="post" className="mt-4 flex flex-wrap items-center gap-4">
        <SubmitButton className="button-plain">{words.signOutAll}</SubmitButton>
        <span className="text-sm text-muted">{words.signOutAllHint}</span>
      </form>
    </section>
  )
}
