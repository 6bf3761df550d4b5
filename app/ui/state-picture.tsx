import type { Bilingual, Language } from '@/lib/dictionary'
import { REFUND_STATUSES, TRADE_STATUSES } from '@/lib/alipay/status'
import { MachineSvg } from './state-picture-svg'
import { REFUND_MACHINE, TRADE_MACHINE } from './state-picture-machines'
import { statePath } from '@/lib/messages/moves'
import { pictureWords } from './picture-words'

export interface StatePictureProps {
  /** What moved the order, oldest first. */
  moves: Parameters<typeof statePath>[0]
  tradeStatus: string | null
  refundStatus: string | null
  language: Language
}

/** The two status machines (docs/protocol.md 6.3), with the way that an order went and where it is. */
export function StatePicture({ moves, tradeStatus, refundStatus, language }: StatePictureProps) {
  const words = pictureWords[language]
  const { trade, refund } = statePath(moves)
  const refundWords = meaning(REFUND_STATUSES, refundStatus, language)
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
          <strong className="font-medium">{words.trade}</strong>
          <span className="ml-2 text-muted">
            {meaning(TRADE_STATUSES, tradeStatus, language) ?? words.noTrade}
          </span>
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
      {refundWords ? (
        <figure className="card p-4">
          <figcaption className="mb-3 text-sm">
            <strong className="font-medium">{words.refund}</strong>
            <span className="ml-2 text-muted">{refundWords}</span>
          </figcaption>
          {refundPicture}
        </figure>
      ) : (
        <details className="card p-4">
          <summary className="cursor-pointer text-sm">
            <strong className="font-medium">{words.refund}</strong>
            <span className="ml-2 text-muted">{words.noRefund}</span>
          </summary>
          <div className="mt-3">{refundPicture}</div>
        </details>
      )}
    </div>
  )
}

const meaning = (meanings: Record<string, Bilingual>, status: string | null, language: Language) =>
  status === null ? undefined : (meanings[status]?.[language] ?? status)
