import { beijing } from '@/app/ui/format'
import type { Visitor } from '@/lib/accounts/session'
import { listSessions } from '@/lib/accounts/sessions'
import { browserInWords } from './browser-in-words'

/** Where the account is signed in, and a way to end it all. */
export async function SessionList({ visitor }: { visitor: Visitor }) {
  const sessions = await listSessions(visitor.id)
  return (
    <section aria-labelledby="sessions-title" className="mt-8">
      <h2 id="sessions-title" className="text-lg font-medium">
        登录着的浏览器
      </h2>
      <ul className="card mt-3 divide-y divide-line">
        {sessions.map(({ id, userAgent, createdAt }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 gap-y-1 p-4">
            <span>
              {browserInWords(userAgent)}
              {id === visitor.sessionId && <strong className="ml-2 font-medium text-accent">就是这里</strong>}
            </span>
            <span className="text-sm text-muted tabular-nums">{beijing(createdAt)} 登录</span>
          </li>
        ))}
      </ul>
      <form action="/account/sessions/end" method="post" className="mt-4 flex flex-wrap items-center gap-4">
        <button className="button-plain">全部退出</button>
        <span className="text-sm text-muted">包括这里。有不认识的，就全部退出，再改密码。</span>
      </form>
    </section>
  )
}
