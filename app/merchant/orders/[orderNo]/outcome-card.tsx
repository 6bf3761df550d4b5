import type { Bilingual } from '@/lib/alipay/bilingual'
import { errorHelp } from '@/lib/alipay/error-codes'
import type { Outcome } from './outcome'

const DONE: Record<Outcome['action'], string> = {
  ship: '已告诉支付宝发货。',
  query: '支付宝已回答，订单按回答核对过了；回答在下面的通知记录里。',
  close: '已关闭。买家如果还没有到过收银台，先前打开的付款页仍然能付；那样的付款会记为“关闭后收到付款”。',
  'accept-price': '已接受新的金额。',
  'decline-price': '没有接受新的金额，订单仍按原来的金额。',
  note: '备注已保存。',
}

const WANTED: Record<Outcome['action'], string> = {
  ship: '发货',
  query: '查询',
  close: '关闭交易',
  'accept-price': '接受新金额',
  'decline-price': '不接受新金额',
  note: '保存备注',
}

const PRICE_GONE = '这个金额已经决定过了，或者支付宝又说了别的金额：请看下面现在的金额。'

/** What was not even tried, and what to change. */
const INVALID: Partial<Record<Outcome['action'], string>> = {
  ship: '没有发出。物流公司必填，最多 64 个字；运单号最多 32 个字；都不能有接口编码里没有的字符。',
  'accept-price': PRICE_GONE,
  'decline-price': PRICE_GONE,
}

/** How the merchant's last action ended; where the gateway refused, its code with cause and remedy. */
export function OutcomeCard({ outcome, reason }: { outcome: Outcome; reason: string | undefined }) {
  const { action, kind, code } = outcome
  if (kind === 'done')
    return (
      <p role="status" className="card mt-6 border-l-4 border-l-accent p-4">
        {DONE[action]}
      </p>
    )
  return (
    <section role="alert" aria-labelledby="outcome-title" className="card mt-6 border-l-4 border-l-bad p-5">
      <h2 id="outcome-title" className="text-lg font-medium">
        {WANTED[action]}没有成功
      </h2>
      {kind === 'invalid' && <p className="mt-1">{INVALID[action]}</p>}
      {kind === 'unreachable' && (
        <p className="mt-1 [overflow-wrap:anywhere]">
          没有得到支付宝可信的回答{reason && `：${reason}`}
          。结果不明：请稍后点“查询支付宝”，看交易现在的状态。
        </p>
      )}
      {kind === 'refused' && <Refusal code={code} />}
    </section>
  )
}

function Refusal({ code }: { code: string }) {
  const help = errorHelp(code)
  return (
    <>
      <p className="mt-1">
        支付宝拒绝了，错误代码 <code className="break-all">{code || '（没有）'}</code>
      </p>
      {help ? (
        <>
          <Line text={help.title} />
          <Line label="原因：" text={help.cause} />
          <Line label="办法：" text={help.remedy} />
        </>
      ) : (
        <p className="mt-2">这个代码不在本店的资料里，请到支付宝的文档里查。</p>
      )}
    </>
  )
}

function Line({ label, text }: { label?: string; text: Bilingual }) {
  return (
    <p className="mt-2">
      {label}
      {text.zh}
      <span lang="en" className="block text-sm text-muted">
        {text.en}
      </span>
    </p>
  )
}
