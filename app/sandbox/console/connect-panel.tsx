import { wordsIn } from '@/lib/language'
import { alipayPublicKey, findHomeApp } from '@/lib/sandbox/merchants/merchants'
import { sandboxState } from '@/lib/sandbox/state'
import { consoleWords } from './console-words'

/** The settings with which an SDK of the open platform speaks to this sandbox as the shop's own application. */
export async function ConnectPanel() {
  const words = await wordsIn(consoleWords)
  const settings = [
    [words.gatewayAddress, `${sandboxState().shopUrl ?? ''}/sandbox/gateway.do`],
    [words.appId, await findHomeApp()],
    [words.alipayPublicKey, alipayPublicKey()],
  ]
  return (
    <details className="border border-gate-line bg-gate-card p-5">
      <summary className="cursor-pointer font-semibold text-gate">{words.connect}</summary>
      <p className="mt-2 text-sm text-muted">{words.connectHow}</p>
      <dl className="mt-2 text-sm">
        {settings.map(([name, value]) => (
          <div key={name} className="mt-1.5">
            <dt className="text-muted">{name}</dt>
            <dd translate="no" className="[overflow-wrap:anywhere]">
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
