import { afterEach, describe, expect, it } from 'vitest'
import { MerchantFields } from './merchant-fields'
import { describeMerchant, findMerchant, listMerchants, registerMerchant } from './merchants'
import { openSandbox } from '../open-sandbox'
import { sandboxState } from '../state'

afterEach(() => Object.assign(sandboxState(), { token: undefined, homePartner: undefined, homeHosts: [] }))

const FIELDS = {
  partner: '2088000000000021',
  key: 'sandboxtestkey0123456789abcdefgh',
  seller_email: 'fields@example.com',
  services: ['create_direct_pay_by_user'],
}
const DEFAULTS = {
  charset: 'gbk',
  stages: [],
  own_timeouts: false,
  strict_urls: false,
  refundable: false,
  allowed_hosts: ['127.0.0.1', 'localhost'],
}
const issues = (changes: object) =>
  MerchantFields.safeParse({ ...FIELDS, ...changes }).error?.issues.map(({ path }) => path.join('.'))

describe('A merchant', () => {
  it('is listed with all its settings, those left at their defaults included, and without its key', async () => {
    const set = describeMerchant(await registerMerchant(MerchantFields.parse(FIELDS)))
    const { key, ...told } = FIELDS
    expect(set).toEqual({ ...told, own: false, ...DEFAULTS })
    const listed = (await listMerchants()).map(describeMerchant)
    expect(listed).toContainEqual(set)
    expect(JSON.stringify(listed)).not.toContain(key)
  })

  it('is replaced as a whole: what is left out is at its default again', async () => {
    await registerMerchant(MerchantFields.parse({ ...FIELDS, refundable: true, stages: ['REFUND_SUCCESS'] }))
    expect(describeMerchant(await registerMerchant(MerchantFields.parse(FIELDS)))).toMatchObject(DEFAULTS)
  })

  it.each([
    ['a misspelled service', { services: ['create_partner_trade_by_buyers'] }, ['services.0']],
    ['a service in capitals', { services: ['CLOSE_TRADE'] }, ['services.0']],
    ['a real service that is not simulated', { services: ['batch_trans_notify'] }, ['services.0']],
    ['a misspelled stage', { stages: ['TRADE_FINISH'] }, ['stages.0']],
    ['a misspelled setting', { alowed_hosts: ['127.0.0.1'] }, ['']],
    ['a charset that the gateway does not know', { charset: 'big5' }, ['charset']],
    ['no key', { key: '' }, ['key']],
    ['a host with a path', { allowed_hosts: ['127.0.0.1/notify'] }, ['allowed_hosts.0']],
    ['a host with a scheme', { allowed_hosts: ['http://127.0.0.1'] }, ['allowed_hosts.0']],
  ])('is refused with %s', (_what, changes, where) => expect(issues(changes)).toEqual(where))

  it('may list every service that is simulated, and every stage', () => {
    const services = ['create_partner_trade_by_buyer', 'send_goods_confirm_by_platform', 'notify_verify']
    const stages = ['WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'REFUND_CLOSED', 'modify.tradeBase.totalFee']
    expect(issues({ services, stages, charset: 'UTF-8' })).toBeUndefined()
  })

  it.each(['169.254.169.254', '2852039166:80', '0xa.0.0.1', '[fe80::1]:80', '0.0.0.0', '[::ffff:10.0.0.1]'])(
    '[#71] is refused with the internal address %s',
    (host) => expect(issues({ allowed_hosts: [host] })).toEqual(['allowed_hosts.0']),
  )

  it('has its hosts kept as URLs have them', () => {
    const allowed_hosts = ['LocalHost:80', '2130706433', '[::1]:8080', 'Shop.Example.com']
    expect(MerchantFields.parse({ ...FIELDS, allowed_hosts }).allowedHosts).toEqual([
      ...['localhost:80', '127.0.0.1', '[::1]:8080', 'shop.example.com'],
    ])
  })

  it('[#71] of a public sandbox has no host of this machine, not even by default', () => {
    sandboxState().token = 'x'
    expect(issues({ allowed_hosts: ['127.0.0.1:5432'] })).toEqual(['allowed_hosts.0'])
    expect(MerchantFields.parse(FIELDS).allowedHosts).toEqual([])
  })
})

it('[#71] The shop’s own merchant is not replaced, neither by its partner nor by its seller_email', async () => {
  const home = {
    partner: '2088000000000031',
    key: 'homekey0123456789abcdefghijklmno',
    sellerEmail: 'own@example.com',
    charset: 'utf-8',
    allowedHosts: ['127.0.0.1:3000'],
  }
  expect(await openSandbox(home)).toBeUndefined()
  const other = MerchantFields.parse({ ...FIELDS, partner: home.partner })
  await expect(registerMerchant(other)).rejects.toMatchObject({ code: 'OWN_MERCHANT' })
  const sameEmail = MerchantFields.parse({ ...FIELDS, seller_email: home.sellerEmail })
  await expect(registerMerchant(sameEmail)).rejects.toMatchObject({ code: 'SELLER_EMAIL_TAKEN' })
  expect(await findMerchant(home.partner)).toMatchObject({ key: home.key })
  expect(describeMerchant((await findMerchant(home.partner))!)).toMatchObject({ own: true })
})

it('[#71] A public sandbox has a token from its start on, another one in each process', async () => {
  const home = {
    partner: '2088000000000032',
    key: 'homekey0123456789abcdefghijklmno',
    sellerEmail: 'public@example.com',
    charset: 'utf-8',
    allowedHosts: ['shop.example.com:443'],
  }
  const token = await openSandbox(home, { shopUrl: 'https://shop.example.com', isPublic: true })
  expect(token).toMatch(/^[0-9a-f]{40}$/)
  expect(sandboxState().token).toBe(token)
})
