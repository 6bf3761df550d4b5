import { fingerprintOf } from '@/lib/alipay/open/keys'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import type { LogLine } from '@/lib/messages/message-log'

type Checked = Pick<LogLine, 'sign' | 'mysign' | 'responseTxt'>

/** The values of a message's check: three (docs/spec.md T4.4b), or the one of the open platform and the key it is checked by. */
export async function CheckValues({ row }: { row: Checked }) {
  const values = await checkValues(row)
  return (
    <dl className="mt-3 grid grid-cols-[6.5rem_1fr] gap-y-0.5 font-mono text-xs">
      {values.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="break-all">{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Only Alipay can make its signature, so there is none of the shop's to compare it with. */
export async function checkValues({
  sign,
  mysign,
  responseTxt,
}: Checked): Promise<[name: string, value: string | null][]> {
  const { alipay } = env()
  if (alipay.kind === 'partner' || mysign !== null)
    return [
      ['sign', sign],
      ['mysign', mysign],
      ['responseTxt', responseTxt],
    ]
  const [name, key] = WORDS[await language()]
  return [
    ['sign', sign],
    [name, `${key} …${fingerprintOf(alipay.alipayPublicKey).slice(-8)}`],
  ]
}

const WORDS = { zh: ['验证用', '支付宝公钥'], en: ['checked by', 'Alipay’s public key'] } as const
