import { describe, expect, it } from 'vitest'
import { errorHelp } from '../../../lib/alipay/partner/error-codes'
import { escapeHtml } from '../../../lib/alipay/escape-html'
import { ActionError } from '../../../lib/sandbox/action-error'
import { moveTo, now } from '../../../lib/sandbox/clock'
import { errorPage } from './error-page'
import { addFault } from '../../../lib/sandbox/faults/fault-queue'
import { reset } from '../../../lib/sandbox/trade/find-trade'
import {
  accepted,
  aMerchant,
  directPayFields,
  escrowFields,
  type Fields,
  postRequest,
} from '../../../lib/sandbox/testing/requests'
import { logIn, pay, type Payment, TEST_BUYER } from '../../../lib/sandbox/trade/cashier-steps'

type Merchant = Awaited<ReturnType<typeof aMerchant>>

const SHOP = 'http://127.0.0.1:9' // no server; nothing here waits for a delivery

/** The outcome of an escrow request with these changes, after an accepted one and the given steps. */
async function answer(changes: Fields, unsigned: Fields = {}, merchantChanges: Partial<Merchant> = {}) {
  const merchant = await aMerchant(merchantChanges)
  return postRequest(escrowFields(merchant, SHOP, changes), merchant.key, 'utf-8', unsigned)
}

async function answerAgain(changes: Fields, steps: (id: string) => Promise<unknown>) {
  const merchant = await aMerchant()
  const fields = escrowFields(merchant, SHOP, { buyer_email: TEST_BUYER })
  await steps(await accepted(postRequest(fields, merchant.key)))
  const second = { ...Object.fromEntries(fields), ...changes }
  return postRequest(escrowFields(merchant, SHOP, second), merchant.key)
}

const logInOf = (id: string) => logIn(id, TEST_BUYER)

async function atTheCashier(act: (id: string, merchant: Merchant) => Promise<unknown>) {
  const merchant = await aMerchant()
  const id = await accepted(postRequest(escrowFields(merchant, SHOP), merchant.key))
  try {
    await act(id, merchant)
  } catch (error) {
    if (error instanceof ActionError)
      return { kind: 'refused' as const, code: error.code, reason: error.text }
    throw error
  }
  throw new Error('it was allowed')
}

/** Changes the address of the seller's account between two requests. */
async function answerAfterRenaming() {
  const merchant = await aMerchant()
  const fields = escrowFields(merchant, SHOP)
  await logInOf(await accepted(postRequest(fields, merchant.key)))
  const sellerEmail = `renamed-${merchant.sellerEmail}`
  await aMerchant({ ...merchant, sellerEmail })
  const second = { ...Object.fromEntries(fields), seller_email: sellerEmail }
  return postRequest(escrowFields(merchant, SHOP, second), merchant.key)
}

const paying = (payment: Payment) => atTheCashier((id) => pay(id, payment))
const anotherSeller = async () => (await aMerchant()).sellerEmail
const directPay = async (changes: Fields) => {
  const merchant = await aMerchant({ services: ['create_direct_pay_by_user'] })
  return postRequest(directPayFields(merchant, SHOP, changes), merchant.key)
}

/** One input for every code of a payment request: spec.md T5.1 first, then protocol.md 7.2. */
const INPUTS: Record<string, () => Promise<object>> = {
  HAS_NO_PRIVILEGE: () => answer({}, {}, { services: ['create_direct_pay_by_user'] }),
  ILLEGAL_PARTNER: () => answer({ partner: 'seller@example.com' }),
  ILLEGAL_ARGUMENT: () => answer({ price: '0.001' }),
  ILLEGAL_SIGN: () => answer({}, { price: '0.02' }),
  SELLER_NOT_IN_SPECIFIED_SELLERS: async () => answer({ seller_email: await anotherSeller() }),
  ILLEGAL_LOGISTICS_FORMAT: () => answer({ logistics_payment: undefined }),
  BUSINESS_DATA_TAMPERED: () => paying({ shownFen: 2 }),
  TRADE_NOT_ALLOWED_PAY: () => answerAgain({}, (id) => pay(id)),
  SELLER_NOT_EXIST: () => answer({ seller_email: 'nobody@example.com' }),
  BUYER_SELLER_EQUAL: () => atTheCashier((id, merchant) => logIn(id, merchant.sellerEmail)),
  TRADE_DATA_MATCH_ERROR: () => answerAgain({ price: '0.02' }, logInOf),
  ILLEGAL_SERVICE: () => answer({ service: undefined }),
  ILLEGAL_FEE_PARAM: () => directPay({ price: '0.01', quantity: '1' }),
  ILLEGAL_SIGN_TYPE: () => answer({}, { sign_type: 'md5' }),

  ILLEGAL_PAYMENT_TYPE: () => answer({ payment_type: '2' }),
  LOGISTICS_CHOOSE_ERROR: () => paying({ group: '_1' }),
  SELF_TIMEOUT_NOT_SUPPORT: () => answer({ it_b_pay: '1h' }),
  TRADE_BUYER_NOT_MATCH: () => answerAgain({ buyer_email: 'another@example.com' }, logInOf),
  TRADE_SELLER_NOT_MATCH: () => answerAfterRenaming(),
  TOTAL_FEE_LESSEQUAL_ZERO: () => answer({ discount: '-0.01' }),
  TOTAL_FEE_GREATER_THAN_MAX: () => answer({ price: '1000000.00', quantity: '2' }),
  EXTERFACE_INVOKE_CONTEXT_EXPIRED: () =>
    atTheCashier(async (id) => {
      await moveTo(new Date((await now()).getTime() + 25 * 60 * 60_000))
      await logInOf(id).finally(reset)
    }),
  ILLEGAL_EXTERFACE: () => answer({ service: 'create_donate_trade_p' }),
  ILLEGAL_SECURITY_PROFILE: () => answer({}, { sign_type: 'RSA' }),
  ILLEGAL_AGENT: () => answer({ agent: 'me' }),
  ILLEGAL_ANTI_PHISHING_KEY: () => directPay({ anti_phishing_key: 'made-up' }),
  ILLEGAL_EXTER_INVOKE_IP: () => directPay({ exter_invoke_ip: '192.168.1.1' }),
}

describe('[T5.1] Provoked by one input, and explained on the error page in both languages:', () => {
  it.each(Object.keys(INPUTS))('%s', async (code) => {
    const none = { kind: 'refused' as const, code: '', reason: { zh: '', en: '' } }
    const refusal = { ...none, ...(await INPUTS[code]?.()) }
    expect(refusal.code).toBe(code)
    const help = errorHelp(code)
    const page = await errorPage(refusal, 'zh').text()
    expect(refusal.reason.zh).toMatch(/\p{Script=Han}/u)
    expect(refusal.reason.en).not.toMatch(/\p{Script=Han}/u)
    expect(page).toContain(`<dd class="code">${code}</dd>`)
    for (const { zh, en } of [help?.cause, help?.remedy, help?.title].filter((part) => part !== undefined)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
      expect(page).toContain(escapeHtml(en))
    }
    expect(page).toContain(escapeHtml(help?.cause.zh ?? '?'))
    expect(page).toContain(escapeHtml(help?.remedy.zh ?? '?'))
  })

  it.each(['SYSTEM_ERROR', 'SESSION_TIMEOUT', 'ILLEGAL_USER', 'PRODUCT_NOT_EXIST'])(
    '%s, by a fault that is ordered for one request',
    async (code) => {
      const merchant = await aMerchant()
      const fields = escrowFields(merchant, SHOP)
      const trade = fields.get('out_trade_no')
      await addFault({ kind: 'refuse', code, trade, times: 1, chance: 1 })
      const answer = await postRequest(fields, merchant.key)
      expect(answer).toMatchObject({ kind: 'refused', code })
      expect(errorHelp(code)).toBeDefined()
      await accepted(postRequest(fields, merchant.key))
    },
  )

  it('with its own contract a request may bring its timeouts', async () => {
    expect(await answer({ it_b_pay: '1h' }, {}, { ownTimeouts: true })).toMatchObject({ kind: 'accepted' })
  })
})
