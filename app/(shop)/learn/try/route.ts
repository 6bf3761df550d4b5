import { postRoute } from '@/app/forms/post-route'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { noticePage } from '@/lib/notice-page'
import { seeOther } from '@/lib/see-other'
import { differences } from '@/scenarios/differences'
import { httpBuyer } from '@/scenarios/http-buyer'
import { play } from '@/scenarios/play'
import { hasMerchant, listLessons, listScenarios, readScenario } from '@/scenarios/scenario'

/**
 * Plays a scenario of /learn as `npm run scenario` does, over HTTP, for this browser's buyer, and leads to the order. It can
 * do no more than the visitor: the control API of a public sandbox refuses it, because it has no token.
 */
export const POST = postRoute(async ({ request, field }) => {
  const { sandbox, alipay, shopUrl } = env()
  const name = field('scenario')
  const isKnown = [...listScenarios(alipay.kind), ...listLessons()].includes(name)
  if (!sandbox || !isKnown || hasMerchant(readScenario(name))) return notPlayed(404)
  const scenario = readScenario(name)
  const buyer = httpBuyer(shopUrl, request.headers.get('cookie') ?? '')
  try {
    const { orderNo, gateway } = await play(scenario, { buyer })
    const left = await differences(scenario, { orderNo, gateway, buyer })
    if (left.length > 0) log().warn({ scenario: name, orderNo, left }, 'a scenario ended otherwise than told')
    return seeOther(`/orders/${orderNo}`, buyer.given())
  } catch (error) {
    log().warn({ err: error, scenario: name }, 'a scenario could not be played')
    return notPlayed(409)
  }
})

const notPlayed = (status: number) =>
  noticePage({
    status,
    title: { zh: '没有演成', en: 'This was not played' },
    text: {
      zh: '教程里的按钮只在连着沙箱的店里能用；公开的沙箱（ALIPAY_SANDBOX=demo）要令牌，也不行。请在自己的电脑上用 npm start 开一家店再试；原因在服务器日志里。',
      en: 'The buttons of the tutorial need a shop whose gateway is its sandbox, and not a public one (ALIPAY_SANDBOX=demo), which asks for its token. Start a shop of your own with npm start; the reason is in the server’s log.',
    },
    link: { href: '/learn', zh: '回到教程', en: 'Back to the tutorial' },
  })
