import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { beijing } from '@/app/ui/format'
import { CHANNEL_WORDS } from '@/app/ui/channel-words'
import { VERDICT_WORDS } from '@/app/orders/order-words'
import { env } from '@/lib/env'
import { diagnose } from '@/lib/payments/diagnose'
import { findLogRow } from '@/lib/payments/order-log'
import { MerchantFrame } from '../../merchant-frame'
import { requireMerchant } from '../../require-merchant'
import { FindingList } from './finding-list'
import { RawBytes } from './raw-bytes'
import { SignComparison } from './sign-comparison'

export const metadata: Metadata = { title: '通知详情' }

/** One message with everything that is known of it: what came, how it was checked, what was made of it, and why. */
export default async function LogRowPage({ params }: PageProps<'/merchant/log/[id]'>) {
  await requireMerchant()
  const row = await findLogRow((await params).id)
  if (!row) notFound()
  const { alipay } = env()
  const given = row.params && typeof row.params === 'object' ? Object.entries(row.params).sort() : []
  return (
    <MerchantFrame>
      <p className="text-sm text-muted">
        <Link href="/merchant/log" prefetch={false} className={LINK}>
          通知记录
        </Link>{' '}
        / {CHANNEL_WORDS[row.channel]}
      </p>
      <h1 className="mt-1 text-2xl font-semibold">{VERDICT_WORDS[row.verdict]}</h1>
      <FindingList findings={diagnose(row, alipay)} />

      <dl className="card mt-6 grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1.5 p-5 text-sm">
        <Fact name="收到">
          <time dateTime={row.receivedAt.toISOString()}>{beijing(row.receivedAt)}</time>，处理用了{' '}
          {row.milliseconds} 毫秒
        </Fact>
        <Fact name="来自">{row.remoteAddress || '没有代理告知地址'}</Fact>
        <Fact name="订单">
          {row.orderNo === null ? (
            '没有订单号'
          ) : (
            <Link
              href={`/merchant/orders/${encodeURIComponent(row.orderNo)}`}
              prefetch={false}
              className={LINK}
            >
              {row.orderNo}
            </Link>
          )}
        </Fact>
        <Fact name="结果">
          <code>{row.verdict}</code>
          {row.reason && <span className="block text-muted">{row.reason}</span>}
        </Fact>
        <Fact name="订单变化">{row.transition ?? '没有'}</Fact>
        <Fact name="回答">
          <code>{row.answer || '不需要'}</code>
        </Fact>
        {row.recheckOf && (
          <Fact name="重新检查">
            <Link href={`/merchant/log/${row.recheckOf}`} prefetch={false} className={LINK}>
              先前的那条记录
            </Link>
          </Fact>
        )}
        {row.rechecks.map(({ id, receivedAt }) => (
          <Fact key={id} name="后来">
            <Link href={`/merchant/log/${id}`} prefetch={false} className={LINK}>
              {beijing(receivedAt)} 重新检查过
            </Link>
          </Fact>
        ))}
      </dl>
      <form action={`/merchant/log/${row.id}/recheck`} method="post" className="mt-4">
        <button className="button">重新检查</button>
        <span className="ml-3 text-sm text-muted">用现在的配置再验一遍，记成新的一条。</span>
      </form>

      <SignComparison row={row} />

      <Section id="params" title={`参数（${given.length}）`}>
        {given.length === 0 && <p className="text-muted">没有读出参数。</p>}
        <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
          {given.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="font-mono break-all text-muted">{name}</dt>
              <dd className="break-all">
                {value === '' ? <span className="text-muted">（空）</span> : String(value)}
              </dd>
            </div>
          ))}
        </dl>
      </Section>

      <Section id="string" title="待签名字符串">
        <p className="font-mono text-xs break-all">
          {row.stringToSign ?? '—'}
          {row.stringToSign !== null && <span className="text-muted">＋ key（不显示）</span>}
        </p>
      </Section>

      <RawBytes bytes={row.rawBytes} charset={alipay.charset} />
    </MerchantFrame>
  )
}

const LINK = 'break-all text-accent underline underline-offset-2'

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="text-lg font-medium">
        {title}
      </h2>
      <div className="card mt-3 p-4">{children}</div>
    </section>
  )
}
