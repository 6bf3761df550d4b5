import { afterEach, describe, expect, it } from 'vitest'
import { MerchantFields } from './merchant-fields'
import { describeMerchant, findMerchant, listMerchants, registerMerchant } from './merchants'
import { openSandbox } from '../open-sandbox'
import { sandboxState } from '../state'
import { APP_KEYS, GATEWAY_KEYS } from '../testing/open-keys'

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
const OPTIONS = { gatewayKey: GATEWAY_KEYS.privateKey }
const NO_APP = { appId: null, appPublicKey: null }
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

  it('may have an application of the open platform, alone or beside a key, whose public key is taken in each form', async () => {
    const pem = `-----BEGIN PUBLIC KEY-----\n${APP_KEYS.publicKey.replace(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----\n`
    const { partner, seller_email } = FIELDS
    const alone = { partner, seller_email, app_id: '9021000000000021' }
    for (const app_public_key of [APP_KEYS.publicKey, pem]) {
      const merchant = MerchantFields.parse({ ...alone, app_public_key, strict_time: true })
      expect(merchant).toMatchObject({
        key: '',
        services: [],
        appId: alone.app_id,
        appPublicKey: APP_KEYS.publicKey,
      })
      const set = describeMerchant(await registerMerchant(merchant))
      expect(set).toMatchObject({ ...alone, services: [], strict_time: true })
      expect(JSON.stringify(set)).not.toContain(APP_KEYS.publicKey)
    }
    expect(
      issues({ app_id: '9021000000000021', app_public_key: pem, services: ['alipay.trade.page.pay'] }),
    ).toBeUndefined()
  })

  it.each([
    ['no public key', { app_id: '9021000000000021' }, ['app_public_key']],
    ['no app_id', { app_public_key: APP_KEYS.publicKey }, ['app_public_key']],
    ['an app_id of 15 digits', { app_id: '902100000000002', app_public_key: APP_KEYS.publicKey }, ['app_id']],
    [
      'its private key',
      { app_id: '9021000000000021', app_public_key: APP_KEYS.privateKey },
      ['app_public_key'],
    ],
    [
      'a public key that is cut off',
      { app_id: '9021000000000021', app_public_key: APP_KEYS.publicKey.slice(0, 100) },
      ['app_public_key'],
    ],
    ['a method that is not simulated', { services: ['alipay.trade.app.pay'] }, ['services.0']],
  ])('is refused with %s', (_what, changes, where) => expect(issues(changes)).toEqual(where))

  it('is refused without a key or services where it has no application', () => {
    expect(issues({ key: undefined })).toEqual(['key'])
    expect(issues({ services: undefined })).toEqual(['services'])
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

it('[#71] The shop’s own merchant is not replaced, neither by its partner nor by its seller_email or app_id', async () => {
  const home = {
    partner: '2088000000000031',
    key: 'homekey0123456789abcdefghijklmno',
    sellerEmail: 'own@example.com',
    charset: 'utf-8',
    allowedHosts: ['127.0.0.1:3000'],
    appId: '9021000000000031',
    appPublicKey: APP_KEYS.publicKey,
  }
  expect(await openSandbox(home, OPTIONS)).toBeUndefined()
  const other = MerchantFields.parse({ ...FIELDS, partner: home.partner })
  await expect(registerMerchant(other)).rejects.toMatchObject({ code: 'OWN_MERCHANT' })
  const sameEmail = MerchantFields.parse({ ...FIELDS, seller_email: home.sellerEmail })
  await expect(registerMerchant(sameEmail)).rejects.toMatchObject({ code: 'SELLER_EMAIL_TAKEN' })
  const sameApp = MerchantFields.parse({ ...FIELDS, app_id: home.appId, app_public_key: APP_KEYS.publicKey })
  await expect(registerMerchant(sameApp)).rejects.toMatchObject({ code: 'APP_ID_TAKEN' })
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
    ...NO_APP,
  }
  const token = await openSandbox(home, { ...OPTIONS, shopUrl: 'https://shop.example.com', isPublic: true })
  expect(token).toMatch(/^[0-9a-f]{40}$/)
  expect(sandboxState().token).toBe(token)
})
