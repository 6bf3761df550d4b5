import { REFUND_STATUSES, TRADE_STATUSES } from '@/lib/alipay/status'
import type { Bilingual, Language } from '@/lib/dictionary'
import { statePath } from '@/lib/messages/moves'
import { pictureWords } from './picture-words'
import { REFUND_MACHINE, TRADE_MACHINE } from './state-picture-machines'
import { MachineSvg } from './state-picture-svg'

export interface StatePictureProps {
  /** What moved the order, oldest first. */
  moves: Parameters<typeof statePath>[0]
  tradeStatus: string | null
  refundStatus: string | null
  language: Language
}

/** The two status machines (docs/protocol.md 6.3), with an order's path and present status. */
export function StatePicture({ moves, tradeStatus, refundStatus, language }: StatePictureProps) {
  const words = pictureWords[language]
  const { trade, refund } = statePath(moves)
  const tradeMeaning = meaning(TRADE_STATUSES, tradeStatus, language)
  const refundMeaning = meaning(REFUND_STATUSES, refundStatus, language)
  const refundCaption = <Caption title={words.refund} text={refundMeaning ?? words.noRefund} />
  const refundPicture = (
    <MachineSvg
      id="refund-machine"
      title={words.refundMachine}
      machine={REFUND_MACHINE}
      path={refund}
      present={refundStatus}
      language={language}
    />
  )
  return (
    <div className="mt-3 grid items-start gap-4 sm:grid-cols-2">
      <figure className="card p-4">
        <figcaption className="mb-3 text-sm">
          <Caption title={words.trade} text={tradeMeaning ?? words.noTrade} />
        </figcaption>
        <MachineSvg
          id="trade-machine"
          title={words.tradeMachine}
          machine={TRADE_MACHINE}
          path={trade}
          present={tradeStatus}
          language={language}
        />
      </figure>
      {refundMeaning ? (
        <figure className="card p-4">
          <figcaption className="mb-3 text-sm">{refundCaption}</figcaption>
          {refundPicture}
        </figure>
      ) : (
        <details className="card p-4">
          <summary className="cursor-pointer text-sm">{refundCaption}</summary>
          <div className="mt-3">{refundPicture}</div>
        </details>
      )}
    </div>
  )
}

const Caption = ({ title, text }: { title: string; text: string }) => (
  <>
    <strong className="font-medium">{title}</strong>
    <span className="ml-2 text-muted">{text}</span>
  </>
)

const meaning = (meanings: Record<string, Bilingual>, status: string | null, language: Language) =>
  status === null ? undefined : (meanings[status]?.[language] ?? status)
