import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, it, test } from 'vitest'
import { parseEnv, SettingError } from './env'
import { SANDBOX_APP, SANDBOX_GATEWAY_KEYS } from './sandbox-account'

type Settings = Record<string, string | undefined>

/** The account of the old interface in these settings. */
function partnerIn(settings: Settings) {
  const { alipay } = parseEnv(settings)
  if (alipay.kind !== 'partner') throw new Error(alipay.kind)
  return alipay
}

const realKey = 'abcdefghijklmnopqrstuvwxyz012345'
const real = {
  ALIPAY_GATEWAY_URL: 'https://mapi.alipay.com/gateway.do',
  ALIPAY_PARTNER: '2088123456789012',
  ALIPAY_KEY: realKey,
  ALIPAY_SELLER_EMAIL: 'shop@example.cn',
}

const oldKey = 'fedcba9876543210fedcba9876543210'
const changing = { ALIPAY_KEY_OLD: oldKey, ALIPAY_KEY_OLD_UNTIL: '2020-01-01 18:00:00' }

function complaint(settings: Settings) {
  try {
    parseEnv(settings)
  } catch (error) {
    if (error instanceof SettingError) {
      expect(error.complaint.zh).toMatch(/[\u4e00-\u9fff]/)
      return error.message
    }
    throw error
  }
  return 'no complaint'
}

describe('with nothing set', () => {
  const env = parseEnv({})

  test('[T3.1a] one module knows the account, the addresses and the charset', () => {
    expect(env).toEqual({
      port: 3000,
      host: '127.0.0.1',
      shopUrl: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
      databasePort: 54329,
      alipay: {
        kind: 'partner',
        gatewayUrl: 'http://127.0.0.1:3000/sandbox/gateway.do',
        partner: '2088000000000001',
        key: 'danbaosandboxkey0123456789abcdef',
        sellerEmail: 'seller@example.com',
        mainname: '担保小铺',
        charset: 'utf-8',
        signType: 'MD5',
        notifyUrl: 'http://127.0.0.1:3000/api/alipay/notify',
        returnUrl: 'http://127.0.0.1:3000/api/alipay/return',
        showUrl: 'http://127.0.0.1:3000/orders',
      },
      sandbox: true,
      isDemo: false,
      isGatewayAlone: false,
      shop: {},
      merchantEmail: 'merchant@example.com',
      mail: undefined,
      trustedProxies: 0,
      unproven: { days: 30, rows: 20_000 },
    })
  })

  test('[T3.2a] the pretend account obeys the rules for a real one', () => {
    const { partner, key, sellerEmail } = partnerIn({})
    const account = { ALIPAY_PARTNER: partner, ALIPAY_KEY: key, ALIPAY_SELLER_EMAIL: sellerEmail }
    const gateway = { ALIPAY_GATEWAY_URL: 'http://127.0.0.1:3001/sandbox/gateway.do' } // another Danbao's sandbox
    expect(complaint({ ...real, ...account, ...gateway })).toBe('no complaint')
    expect(complaint({ ...real, ...account })).toMatch(/^ALIPAY_KEY is the sandbox's, which everybody knows/)
  })

  test('[#72] other machines are let in only where free goods are meant', () => {
    expect(complaint({ HOST: '0.0.0.0' })).toMatch(/^HOST lets other machines in/)
    expect(complaint({ HOST: '0.0.0.0', ALIPAY_SANDBOX: 'demo' })).toBe('no complaint')
    expect(complaint({ ...real, HOST: '0.0.0.0' })).toBe('no complaint')
    for (const HOST of ['127.0.0.2', 'localhost', '::1']) expect(complaint({ HOST })).toBe('no complaint')
  })

  test('[T3.2b] an address longer than the gateway takes, or with a space, stops the start', () => {
    expect(complaint({ ALIPAY_NOTIFY_URL: `http://127.0.0.1/${'x'.repeat(180)}` })).toMatch(
      /^ALIPAY_NOTIFY_URL must not be longer/,
    )
    expect(complaint({ ALIPAY_RETURN_URL: 'http://127.0.0.1/a b' })).toMatch(
      /^ALIPAY_RETURN_URL must not contain spaces/,
    )
  })

  test('a record number of the site is one', () => {
    expect(parseEnv({ SHOP_ICP: '浙ICP备00000000号-1' }).shop.icp).toBe('浙ICP备00000000号-1')
    expect(complaint({ SHOP_ICP: '00000000' })).toMatch(/^SHOP_ICP must be the site’s record number/)
  })

  test('an empty value counts as unset', () => {
    expect(parseEnv({ PORT: '', SHOP_URL: '', ALIPAY_PARTNER: '', ALIPAY_SANDBOX: '' })).toEqual(env)
  })
})

describe('addresses', () => {
  test('all follow SHOP_URL, and a closing slash does not matter', () => {
    const { shopUrl, alipay } = parseEnv({ ...real, SHOP_URL: 'https://shop.example.com/' })
    expect(shopUrl).toBe('https://shop.example.com')
    expect(alipay.notifyUrl).toBe('https://shop.example.com/api/alipay/notify')
    expect(alipay.showUrl).toBe('https://shop.example.com/orders')
  })

  test('follow PORT when there is no SHOP_URL', () => {
    expect(parseEnv({ PORT: '8080' }).alipay.gatewayUrl).toBe('http://127.0.0.1:8080/sandbox/gateway.do')
  })

  test('the sandbox is also recognised when its address is spelled out', () => {
    const url = 'http://127.0.0.1:8080/sandbox/gateway.do'
    expect(parseEnv({ PORT: '8080', ALIPAY_GATEWAY_URL: url }).sandbox).toBe(true)
    expect(parseEnv({ ...real, ALIPAY_GATEWAY_URL: url }).sandbox).toBe(false)
  })

  test.each([
    'http://127.0.0.1:9/gateway.do',
    'http://127.8.8.8/g',
    'http://localhost/g',
    'http://[::1]:9/g',
  ])('a gateway on this machine needs no https: %s', (url) =>
    expect(parseEnv({ ...real, ALIPAY_GATEWAY_URL: url }).sandbox).toBe(false),
  )

  test('a foreign gateway on this machine may redirect to localhost', () => {
    const local = { ALIPAY_GATEWAY_URL: 'http://127.0.0.1:9/g', SHOP_URL: 'http://localhost:3000' }
    expect(complaint({ ...real, ...local })).toBe('no complaint')
  })
})

describe('an address for messages to which a server answers with a redirect, or not at all, stops the start', () => {
  const shop = 'https://shop.example.com'
  test.each([
    ['/api/alipay/notify/', 'must not end with a slash: '],
    ['/pay/', 'must not end with a slash: '],
    ['', 'has no path after the host name.'],
    ['/', 'has no path after the host name.'],
    ['/api//alipay/notify', `has a path that programs rewrite (.*): write ${shop}/api/alipay/notify.`],
    ['//api/alipay/notify', `has a path that programs rewrite (.*): write ${shop}/api/alipay/notify.`],
    ['/api/alipay/./notify', `has a path that programs rewrite (.*): write ${shop}/api/alipay/notify.`],
    ['/x/../api/alipay/notify', `has a path that programs rewrite (.*): write ${shop}/api/alipay/notify.`],
    ['\\api\\alipay\\notify', `has a path that programs rewrite (.*): write ${shop}/api/alipay/notify.`],
    ['/通知', `has a path that programs rewrite (.*): write ${shop}/%E9%80%9A%E7%9F%A5.`],
    ['./api/alipay/notify', 'has a dot at the end of its host name: remove it.'],
    ['/API/alipay/Notify', 'has the path /API/alipay/Notify, while the shop listens at /api/alipay/notify: '],
    ['/api/alipay/return', 'has the path /api/alipay/return, while the shop listens at /api/alipay/notify: '],
  ])('ALIPAY_NOTIFY_URL=https://shop.example.com%s', (rest, sentence) => {
    const message = complaint({ ...real, ALIPAY_NOTIFY_URL: shop + rest })
    const [before, after] = sentence.split('(.*)')
    expect(message).toContain(`ALIPAY_NOTIFY_URL ${before}`)
    expect(message).toContain(after ?? '')
  })

  test('the others that are posted to or bring back bytes, too', () => {
    expect(complaint({ ...real, ALIPAY_RETURN_URL: `${shop}/api/alipay/return/` })).toMatch(
      /^ALIPAY_RETURN_URL must not end with a slash/,
    )
    expect(complaint({ ...real, ALIPAY_RETURN_URL: `${shop}/api/alipay/notify` })).toMatch(
      /^ALIPAY_RETURN_URL has the path \/api\/alipay\/notify, while/,
    )
    expect(complaint({ ...real, ALIPAY_GATEWAY_URL: 'https://mapi.alipay.com/gateway.do/' })).toMatch(
      /^ALIPAY_GATEWAY_URL must not end with a slash/,
    )
    expect(complaint({ ...real, SHOP_URL: `${shop}.` })).toMatch(/^SHOP_URL has a dot at the end/)
  })

  test.each([`${shop}/pay/notify`, `https://messages.example.com/alipay`, `${shop}:8443/api/alipay/notify`])(
    'a proxy may lead from %s to the shop',
    (url) => expect(parseEnv({ ...real, ALIPAY_NOTIFY_URL: url }).alipay.notifyUrl).toBe(url),
  )

  test('a page for buyers may end with a slash', () =>
    expect(complaint({ ...real, ALIPAY_SHOW_URL: `${shop}/orders/` })).toBe('no complaint'))
})

describe('who runs the shop, and what is kept', () => {
  test('the address of the back office is compared in lower case', () => {
    expect(parseEnv({ MERCHANT_EMAIL: 'Me@Shop.example' }).merchantEmail).toBe('me@shop.example')
    for (const MERCHANT_EMAIL of ['me', 'me@', `${'x'.repeat(250)}@example.com`])
      expect(complaint({ MERCHANT_EMAIL })).toMatch(/^MERCHANT_EMAIL must be an e-mail address, such as /)
  })

  test('numbers have their ranges', () => {
    expect(parseEnv({ TRUSTED_PROXIES: '1' }).trustedProxies).toBe(1)
    expect(complaint({ TRUSTED_PROXIES: 'yes' })).toBe('TRUSTED_PROXIES must be a whole number from 0 to 9.')
    const kept = { LOG_UNPROVEN_DAYS: '7', LOG_UNPROVEN_ROWS: '500' }
    expect(parseEnv(kept).unproven).toEqual({ days: 7, rows: 500 })
    expect(complaint({ LOG_UNPROVEN_DAYS: '0' })).toMatch(/^LOG_UNPROVEN_DAYS must be a whole number/)
  })
})

test('[T3.2c] the charset may be written in capitals', () => {
  expect(partnerIn({ ALIPAY_INPUT_CHARSET: 'GBK' }).charset).toBe('gbk')
  expect(partnerIn({ ALIPAY_INPUT_CHARSET: 'UTF-8' }).charset).toBe('utf-8')
})

test('[T3.2d] ALIPAY_MAINNAME is the payee', () => {
  expect(parseEnv({ ALIPAY_MAINNAME: '小王的店' }).alipay.mainname).toBe('小王的店')
})

test('a public shop with pretend money starts when demo is said', () => {
  expect(parseEnv({ SHOP_URL: 'https://demo.example.com', ALIPAY_SANDBOX: 'demo' }).sandbox).toBe(true)
})

const partnerWanted = 'the partner ID belongs here, 16 digits beginning with 2088.'
const keyWanted = 'the key belongs here, exactly 32 letters and digits.'

describe('E-mail', () => {
  const mail = {
    SMTP_URL: 'smtp://mail.example.com',
    MAIL_FROM: 'shop@example.com',
    MERCHANT_EMAIL: 'me@example.com',
  }

  test.each([
    ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, secure: false, auth: undefined }],
    ['smtps://127.0.0.1/', { host: '127.0.0.1', port: 465, secure: true, auth: undefined }],
    ['smtp://[::1]:1025', { host: '::1', port: 1025, secure: false, auth: undefined }],
    [
      'SMTPS://me%40example.com:p%40ss%2Fword%20%E5%AF%86@smtp.example.com:994',
      {
        host: 'smtp.example.com',
        port: 994,
        secure: true,
        auth: { user: 'me@example.com', pass: 'p@ss/word 密' },
      },
    ],
  ])('%s is a mail server', (SMTP_URL, server) =>
    expect(parseEnv({ ...mail, SMTP_URL }).mail?.server).toEqual(server),
  )

  test.each([
    ['shop@example.com', { name: '', address: 'shop@example.com' }],
    ['担保小铺 <shop@example.com>', { name: '担保小铺', address: 'shop@example.com' }],
    ['"My Shop" <shop@example.com>', { name: 'My Shop', address: 'shop@example.com' }],
  ])('%s is a sender', (MAIL_FROM, from) => expect(parseEnv({ ...mail, MAIL_FROM }).mail?.from).toEqual(from))

  const encoded = 'such as smtps://me%40example.com:password@smtp.example.com.'
  test.each([
    [{ SMTP_URL: 'mail.example.com' }, `SMTP_URL must begin with smtp:// or smtps://, ${encoded}`],
    [{ SMTP_URL: 'https://mail.example.com' }, `SMTP_URL must begin with smtp:// or smtps://, ${encoded}`],
    [
      { SMTP_URL: 'smtp://me@example.com:SECRET/1@mail.example.com' },
      `SMTP_URL cannot be read: no path or query belongs behind the host, and special characters of user and password are encoded (@ as %40, / as %2F), ${encoded}`,
    ],
    [
      { SMTP_URL: 'smtp://me:SECRET%ZZ@mail.example.com' },
      `SMTP_URL cannot be read: no path or query belongs behind the host, and special characters of user and password are encoded (@ as %40, / as %2F), ${encoded}`,
    ],
    [
      { SMTP_URL: 'smtp://me@mail.example.com' },
      'SMTP_URL has a user without a password, or a password without a user: write both or none.',
    ],
    [{ SMTP_URL: ' smtp://x' }, 'SMTP_URL has spaces or line breaks around it: remove them.'],
    [
      { MAIL_FROM: 'My Shop' },
      'MAIL_FROM must be an e-mail address, with a name before it or without, such as My Shop <shop@example.com>.',
    ],
    [
      { MAIL_FROM: 'a\nBcc: x <shop@example.com>' },
      'MAIL_FROM must be an e-mail address, with a name before it or without, such as My Shop <shop@example.com>.',
    ],
    [
      { MAIL_FROM: undefined },
      'MAIL_FROM is missing or empty: with SMTP_URL set it must be the sender, such as My Shop <shop@example.com>.',
    ],
    [
      { MERCHANT_EMAIL: undefined },
      'MERCHANT_EMAIL is missing or empty: with SMTP_URL set it must be your own address, where mails to the merchant and links for a new password go.',
    ],
  ])('%j is told in one sentence, without the password', (changes, sentence) => {
    expect(complaint({ ...mail, ...changes })).toBe(sentence)
    expect(sentence).not.toContain('SECRET')
  })

  test('a sender alone, as yet without a server, sends nothing', () =>
    expect(parseEnv({ MAIL_FROM: 'shop@example.com' }).mail).toBeUndefined())
})

describe('the start is refused with one sentence', () => {
  test.each([
    [
      '[T3.2a] spaces around the partner',
      { ALIPAY_PARTNER: ' 2088123456789012' },
      'ALIPAY_PARTNER has spaces or line breaks around it: remove them.',
    ],
    [
      '[T3.2a] [#9] a line break after the key',
      { ALIPAY_KEY: `${realKey}\n` },
      'ALIPAY_KEY has spaces or line breaks around it: remove them.',
    ],
    [
      '[T3.2a] the key pasted as partner',
      { ALIPAY_PARTNER: realKey, ALIPAY_KEY: '2088123456789012' },
      `ALIPAY_PARTNER looks like the key, so it and ALIPAY_KEY seem to be swapped: ${partnerWanted}`,
    ],
    [
      '[T3.2a] the partner pasted as key',
      { ALIPAY_KEY: '2088123456789012' },
      `ALIPAY_KEY looks like the partner ID, so it and ALIPAY_PARTNER seem to be swapped: ${keyWanted}`,
    ],
    [
      '[T3.2a] an e-mail address pasted as partner',
      { ALIPAY_PARTNER: 'shop@example.cn' },
      `ALIPAY_PARTNER holds an e-mail address (that is ALIPAY_SELLER_EMAIL): ${partnerWanted}`,
    ],
    [
      '[T3.2a] a partner with a letter',
      { ALIPAY_PARTNER: '208812345678901O' },
      `ALIPAY_PARTNER has characters that are not digits: ${partnerWanted}`,
    ],
    [
      '[T3.2a] a partner cut short',
      { ALIPAY_PARTNER: '208812345678901' },
      `ALIPAY_PARTNER has 15 digits: ${partnerWanted}`,
    ],
    [
      '[T3.2a] a partner of another kind',
      { ALIPAY_PARTNER: '2099123456789012' },
      `ALIPAY_PARTNER does not begin with 2088: ${partnerWanted}`,
    ],
    [
      '[T3.2a] [#8] an empty key',
      { ALIPAY_KEY: '' },
      'ALIPAY_KEY is missing or empty: ' +
        'with ALIPAY_GATEWAY_URL set it must be the key, 32 letters and digits.',
    ],
    [
      '[T3.2a] a key cut short',
      { ALIPAY_KEY: realKey.slice(1) },
      `ALIPAY_KEY has 31 characters: ${keyWanted}`,
    ],
    [
      '[T3.2a] a key with a space in it',
      { ALIPAY_KEY: realKey.replace('m', ' ') },
      `ALIPAY_KEY has characters that are not letters or digits: ${keyWanted}`,
    ],
    [
      '[#13] an old key cut short',
      { ...changing, ALIPAY_KEY_OLD: oldKey.slice(1) },
      `ALIPAY_KEY_OLD has 31 characters: ${keyWanted}`,
    ],
    [
      '[#13] an old key without a moment',
      { ALIPAY_KEY_OLD: oldKey },
      'ALIPAY_KEY_OLD_UNTIL is missing or empty: ' +
        'with ALIPAY_KEY_OLD set it must say until when (Beijing time), such as 2026-12-01 18:00:00.',
    ],
    [
      '[#13] a moment without an old key',
      { ALIPAY_KEY_OLD_UNTIL: '2026-12-01 18:00:00' },
      'ALIPAY_KEY_OLD is missing or empty: ' +
        'ALIPAY_KEY_OLD_UNTIL says until when it is accepted; without a former key remove both.',
    ],
    [
      '[#13] a moment that is none',
      { ...changing, ALIPAY_KEY_OLD_UNTIL: '2026-12-01T18:00:00Z' },
      'ALIPAY_KEY_OLD_UNTIL must be a moment in Beijing time ' +
        'with date, hours, minutes and seconds, such as 2026-12-01 18:00:00.',
    ],
    [
      '[#13] a day that does not exist',
      { ...changing, ALIPAY_KEY_OLD_UNTIL: '2026-02-30 18:00:00' },
      'ALIPAY_KEY_OLD_UNTIL must be a moment in Beijing time ' +
        'with date, hours, minutes and seconds, such as 2026-12-01 18:00:00.',
    ],
    [
      '[#13] the new key as the old one',
      { ...changing, ALIPAY_KEY_OLD: realKey },
      'ALIPAY_KEY_OLD is the same as ALIPAY_KEY: ' +
        'the key that was replaced belongs here, the new one in ALIPAY_KEY.',
    ],
    [
      '[#13] the sandbox’s key as the old one',
      { ...changing, ALIPAY_KEY_OLD: 'danbaosandboxkey0123456789abcdef' },
      "ALIPAY_KEY_OLD is the sandbox's, which everybody knows and can sign with: remove it.",
    ],
    [
      'no partner for a foreign gateway',
      { ALIPAY_PARTNER: undefined },
      'ALIPAY_PARTNER is missing or empty: ' +
        'with ALIPAY_GATEWAY_URL set it must be the partner ID, 16 digits beginning with 2088.',
    ],
    [
      'no seller for a foreign gateway',
      { ALIPAY_SELLER_EMAIL: undefined },
      'ALIPAY_SELLER_EMAIL is missing or empty: ' +
        "with ALIPAY_GATEWAY_URL set it must be the e-mail address of the seller's Alipay account.",
    ],
    [
      'a seller that is no address',
      { ALIPAY_SELLER_EMAIL: 'shop' },
      "ALIPAY_SELLER_EMAIL must be the e-mail address (or mobile number) of the seller's Alipay account.",
    ],
    [
      'a real account beside the sandbox',
      { ALIPAY_GATEWAY_URL: undefined },
      'ALIPAY_PARTNER is a real account, beside which the sandbox does not run: ' +
        'set ALIPAY_GATEWAY_URL=https://mapi.alipay.com/gateway.do, or unset the account.',
    ],
    [
      'a public shop where nobody need pay',
      {
        SHOP_URL: 'https://shop.example.com',
        ALIPAY_GATEWAY_URL: undefined,
        ALIPAY_PARTNER: undefined,
      },
      'ALIPAY_GATEWAY_URL is not set while SHOP_URL is public, so that anyone could take goods without ' +
        'paying: set it to https://mapi.alipay.com/gateway.do, or say ALIPAY_SANDBOX=demo if that is meant.',
    ],
    [
      'a demo with real money',
      { ALIPAY_SANDBOX: 'demo' },
      'ALIPAY_SANDBOX is set together with a foreign ALIPAY_GATEWAY_URL: remove one of the two.',
    ],
    [
      'another word than demo',
      { ALIPAY_SANDBOX: 'false' },
      'ALIPAY_SANDBOX must be demo or alone, or not set at all.',
    ],
    [
      '[#19] a gateway asked in the clear',
      { ALIPAY_GATEWAY_URL: 'http://mapi.alipay.com/gateway.do' },
      'ALIPAY_GATEWAY_URL must begin with https://, ' +
        'for only a gateway on this same machine may be asked in the clear.',
    ],
    [
      'a gateway with a query',
      { ALIPAY_GATEWAY_URL: 'https://mapi.alipay.com/gateway.do?' },
      'ALIPAY_GATEWAY_URL must end before the question mark: parameters are added by the shop.',
    ],
    [
      'a gateway with a user name',
      { ALIPAY_GATEWAY_URL: 'https://me@mapi.alipay.com/gateway.do' },
      'ALIPAY_GATEWAY_URL must not contain a user name or password.',
    ],
    [
      'a gateway that is no address',
      { ALIPAY_GATEWAY_URL: 'mapi.alipay.com' },
      'ALIPAY_GATEWAY_URL must be a complete https address, such as https://mapi.alipay.com/gateway.do.',
    ],
    [
      '[T3.2c] utf8 without the hyphen',
      { ALIPAY_INPUT_CHARSET: 'utf8' },
      'ALIPAY_INPUT_CHARSET must be written utf-8, with the hyphen.',
    ],
    [
      '[T3.2c] another charset',
      { ALIPAY_INPUT_CHARSET: 'big5' },
      'ALIPAY_INPUT_CHARSET must be utf-8, gbk or gb2312.',
    ],
    [
      'another signature',
      { ALIPAY_SIGN_TYPE: 'md5' },
      'ALIPAY_SIGN_TYPE must be MD5, the only signature this shop can make.',
    ],
    [
      '[T3.2b] a notify_url without http://',
      { ALIPAY_NOTIFY_URL: 'shop.example.com/notify' },
      'ALIPAY_NOTIFY_URL must be a complete address beginning with http:// or https://.',
    ],
    [
      '[T3.2b] a notify_url with parameters of its own',
      { ALIPAY_NOTIFY_URL: 'https://shop.example.com/notify?id=123' },
      'ALIPAY_NOTIFY_URL must not contain a query (?) or a fragment (#).',
    ],
    [
      '[T3.2b] a return_url with an exclamation mark',
      { ALIPAY_RETURN_URL: 'https://shop.example.com/return!' },
      'ALIPAY_RETURN_URL must not contain an exclamation mark in its path, which Alipay does not accept.',
    ],
    [
      '[T3.2b] a return_url on localhost',
      { ALIPAY_RETURN_URL: 'http://localhost:3000/api/alipay/return' },
      'ALIPAY_RETURN_URL must not use the host name localhost, to which Alipay does not redirect: write 127.0.0.1.',
    ],
    [
      '[T3.2b] a return_url on localhost through SHOP_URL',
      { SHOP_URL: 'http://localhost:3000' },
      'SHOP_URL must not use the host name localhost, to which Alipay does not redirect: write 127.0.0.1.',
    ],
    [
      '[T3.2b] a show_url with a fragment',
      { ALIPAY_SHOW_URL: 'https://shop.example.com/orders#mine' },
      'ALIPAY_SHOW_URL must not contain a query (?) or a fragment (#).',
    ],
    [
      'a shop with a path',
      { SHOP_URL: 'https://example.com/shop' },
      'SHOP_URL must be an http or https address without a path or query, such as https://shop.example.com.',
    ],
    ['a port that is none', { PORT: '0' }, 'PORT must be a whole number from 1 to 65535.'],
    [
      'a database port that is none',
      { DATABASE_PORT: '70000' },
      'DATABASE_PORT must be a whole number from 1 to 65535.',
    ],
    [
      'another kind of database',
      { DATABASE_URL: 'mysql://127.0.0.1/shop' },
      'DATABASE_URL must begin with postgresql:// or postgres://.',
    ],
  ])('%s', (_, settings, message) => {
    expect(complaint({ ...real, ...settings })).toBe(message)
  })

  test.each([
    [
      'values that are wrong by themselves',
      { ALIPAY_PARTNER: '2088', ALIPAY_KEY: 'short', ALIPAY_INPUT_CHARSET: 'big5' },
      ['ALIPAY_PARTNER', 'ALIPAY_KEY', 'ALIPAY_INPUT_CHARSET'],
    ],
    [
      'everything that a foreign gateway needs',
      { ALIPAY_PARTNER: '', ALIPAY_KEY: '', ALIPAY_SELLER_EMAIL: '', ALIPAY_SANDBOX: 'demo' },
      ['ALIPAY_PARTNER', 'ALIPAY_KEY', 'ALIPAY_SELLER_EMAIL', 'ALIPAY_SANDBOX'],
    ],
    [
      'a wrong value and what is missing beside it, each once',
      { PORT: '0', ALIPAY_PARTNER: '2088', ALIPAY_KEY: '' },
      ['PORT', 'ALIPAY_PARTNER', 'ALIPAY_KEY'],
    ],
    [
      'everything that the sandbox keeps away from',
      { ALIPAY_GATEWAY_URL: '', HOST: '0.0.0.0', SHOP_URL: 'https://shop.example.com', DATABASE_PORT: 'x' },
      ['DATABASE_PORT', 'ALIPAY_PARTNER', 'HOST', 'ALIPAY_GATEWAY_URL'],
    ],
    [
      'a misspelled gateway: its account is not missing because of that',
      { ALIPAY_GATEWAY_URL: 'mapi.alipay.com', ALIPAY_KEY: '' },
      ['ALIPAY_GATEWAY_URL', 'ALIPAY_KEY'],
    ],
    [
      'a misspelled SHOP_URL, without guesses about the sandbox behind it',
      {
        SHOP_URL: '127.0.0.1:8080',
        ALIPAY_GATEWAY_URL: 'http://127.0.0.1:8080/sandbox/gateway.do',
        ALIPAY_PARTNER: '',
        ALIPAY_KEY: '',
      },
      ['SHOP_URL'],
    ],
  ])('for all that is wrong at once: %s', (_, settings, variables) => {
    try {
      parseEnv({ ...real, ...settings })
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof SettingError)) throw error
      expect([error, ...error.others].map(({ variable }) => variable)).toEqual(variables)
      for (const language of ['zh', 'en'] as const) {
        const told = error.tell(language).split('\n')
        expect(told.map((line) => line.split(' ')[0])).toEqual(variables)
      }
    }
  })

  test('[#13] but not for an old key whose moment is over, or one that the sandbox replaced', () => {
    const { alipay } = parseEnv({ ...real, ...changing })
    expect(alipay).toMatchObject({
      key: realKey,
      oldKey: { key: oldKey, until: new Date('2020-01-01T10:00:00Z') },
    })
    expect(partnerIn(changing).oldKey?.key).toBe(oldKey)
    expect(partnerIn(real).oldKey).toBeUndefined()
  })

  test('which never shows the key', () => {
    expect(complaint({ ...real, ...changing, ALIPAY_KEY_OLD: `${oldKey}x` })).not.toContain(
      oldKey.slice(0, 8),
    )
    for (const key of [`${realKey}x`, ` ${realKey}`, realKey.replace('m', '-')])
      expect(complaint({ ...real, ALIPAY_KEY: key })).not.toContain(realKey.slice(0, 8))
    expect(complaint({ ...real, ALIPAY_PARTNER: realKey })).not.toContain(realKey.slice(0, 8))
  })
})

describe('The open platform', () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const alipays = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  const oneLine = (key: KeyObject, type: 'pkcs8' | 'spki') =>
    key.export(type === 'spki' ? { format: 'der', type } : { format: 'der', type }).toString('base64')
  const openShop = {
    ALIPAY_GATEWAY_URL: 'https://openapi.alipay.com/gateway.do',
    ALIPAY_APP_ID: '2021001234567890',
    ALIPAY_APP_PRIVATE_KEY: oneLine(pair.privateKey, 'pkcs8'),
    ALIPAY_PUBLIC_KEY: oneLine(alipays, 'spki'),
    ALIPAY_PARTNER: real.ALIPAY_PARTNER,
    SHOP_URL: 'https://shop.example.com',
  }

  it('[O6] is chosen by ALIPAY_APP_ID, and nothing else', () => {
    const { alipay } = parseEnv(openShop)
    if (alipay.kind !== 'open') throw new Error(alipay.kind)
    expect(alipay).toMatchObject({ appId: '2021001234567890', partner: real.ALIPAY_PARTNER, product: 'web' })
    expect(alipay.privateKey.equals(pair.privateKey)).toBe(true)
    expect(alipay.alipayPublicKey.equals(alipays)).toBe(true)
    expect(parseEnv({ ...openShop, ALIPAY_PRODUCT: 'qr' }).alipay).toMatchObject({ product: 'qr' })
    expect(parseEnv(real).alipay.kind).toBe('partner')
  })

  it('[O6] with the sandbox’s application alone needs no other setting', () => {
    const env = parseEnv({ ALIPAY_APP_ID: '9021000000000001' })
    expect(env.sandbox).toBe(true)
    expect(env.alipay).toMatchObject({ kind: 'open', partner: '2088000000000001' })
    const other = parseEnv({
      ALIPAY_APP_ID: '9021000000000001',
      ALIPAY_GATEWAY_URL: 'http://127.0.0.1:4000/sandbox/gateway.do',
    })
    expect(other.sandbox).toBe(false)
  })

  it('[O6] takes keys as PEM, with the line break that a file ends in', () => {
    const pem = String(pair.privateKey.export({ format: 'pem', type: 'pkcs1' }))
    expect(() => parseEnv({ ...openShop, ALIPAY_APP_PRIVATE_KEY: pem })).not.toThrow()
  })

  it('[#77] refuses the application’s own public key in the place of Alipay’s', () => {
    expect(complaint({ ...openShop, ALIPAY_PUBLIC_KEY: oneLine(pair.publicKey, 'spki') })).toBe(
      'ALIPAY_PUBLIC_KEY is your application’s own public key: Alipay’s belongs here, which the open platform shows beside it.',
    )
  })

  it('[#96] refuses what the sandbox has published, with any gateway that is not on this machine', () => {
    const everybody = /^ALIPAY_\w+ is the sandbox's, which everybody knows: set /
    const published = [
      { ALIPAY_APP_ID: SANDBOX_APP.appId },
      { ALIPAY_APP_PRIVATE_KEY: SANDBOX_APP.privateKey },
      { ALIPAY_APP_PRIVATE_KEY: SANDBOX_GATEWAY_KEYS.privateKey },
      { ALIPAY_PUBLIC_KEY: SANDBOX_GATEWAY_KEYS.publicKey },
      { ALIPAY_PUBLIC_KEY: SANDBOX_APP.publicKey },
    ]
    for (const setting of published) {
      expect(complaint({ ...openShop, ...setting })).toMatch(everybody)
      expect(complaint({ ...openShop, ...setting }).split(' ')[0]).toBe(Object.keys(setting)[0])
    }
    const here = { ALIPAY_GATEWAY_URL: 'http://127.0.0.1:4000/gateway.do', ALIPAY_APP_ID: SANDBOX_APP.appId }
    expect(() => parseEnv(here)).not.toThrow()
  })

  it('[#95] a setting’s error never holds the key', () => {
    const cut = openShop.ALIPAY_APP_PRIVATE_KEY.slice(0, 800)
    const said = complaint({ ...openShop, ALIPAY_APP_PRIVATE_KEY: cut })
    expect(said).toMatch(/^ALIPAY_APP_PRIVATE_KEY is not a whole key/)
    expect(said).not.toContain(cut.slice(0, 20))
    expect(inspect(parseEnv(openShop), { depth: 9 }) + JSON.stringify(parseEnv(openShop))).not.toContain(
      openShop.ALIPAY_APP_PRIVATE_KEY.slice(100, 140),
    )
  })

  it.each([
    'ALIPAY_KEY',
    'ALIPAY_KEY_OLD',
    'ALIPAY_SELLER_EMAIL',
    'ALIPAY_INPUT_CHARSET',
    'ALIPAY_SIGN_TYPE',
  ] as const)('[O6] refuses %s beside it, which would look as if it were used', (name) => {
    const values = {
      ...real,
      ALIPAY_KEY_OLD: 'x'.repeat(32),
      ALIPAY_INPUT_CHARSET: 'gbk',
      ALIPAY_SIGN_TYPE: 'MD5',
    }
    expect(complaint({ ...openShop, [name]: values[name] })).toMatch(
      new RegExp(`^${name} belongs to the old interface, and ALIPAY_APP_ID chooses the open platform`),
    )
  })

  it.each<[what: string, settings: Settings, said: RegExp]>([
    ['keys without an application', { ...real, ALIPAY_PUBLIC_KEY: openShop.ALIPAY_PUBLIC_KEY }, /^ALIPAY_PUBLIC_KEY belongs to the open platform: set ALIPAY_APP_ID as well/],
    ['a product without an application', { ALIPAY_PRODUCT: 'qr' }, /^ALIPAY_PRODUCT belongs to the open platform/],
    ['another product', { ...openShop, ALIPAY_PRODUCT: 'app' }, /^ALIPAY_PRODUCT must be web/],
    ['no private key', { ...openShop, ALIPAY_APP_PRIVATE_KEY: '' }, /^ALIPAY_APP_PRIVATE_KEY is missing or empty/],
    ['no key of Alipay’s', { ...openShop, ALIPAY_PUBLIC_KEY: '' }, /^ALIPAY_PUBLIC_KEY is missing or empty/],
    ['no account', { ...openShop, ALIPAY_PARTNER: '' }, /^ALIPAY_PARTNER is missing or empty/],
    ['a short application', { ...openShop, ALIPAY_APP_ID: '2021' }, /^ALIPAY_APP_ID is not 16 digits/],
    ['the account as application', { ...openShop, ALIPAY_APP_ID: real.ALIPAY_PARTNER }, /^ALIPAY_APP_ID looks like the number of the account/],
    ['the gateway of the old interface', { ...openShop, ALIPAY_GATEWAY_URL: real.ALIPAY_GATEWAY_URL }, /^ALIPAY_GATEWAY_URL is the gateway of the old interface/],
    ['a real application and no gateway', { ALIPAY_APP_ID: '2021001234567890' }, /^ALIPAY_APP_ID is not the sandbox's application/],
    ['keys that are swapped', { ...openShop, ALIPAY_APP_PRIVATE_KEY: openShop.ALIPAY_PUBLIC_KEY }, /^ALIPAY_APP_PRIVATE_KEY holds a public key/],
    ['a private key in the place of Alipay’s', { ...openShop, ALIPAY_PUBLIC_KEY: openShop.ALIPAY_APP_PRIVATE_KEY }, /^ALIPAY_PUBLIC_KEY holds a private key/],
    ['a key with blanks', { ...openShop, ALIPAY_PUBLIC_KEY: openShop.ALIPAY_PUBLIC_KEY.replace(/.{20}/, '$& ') }, /^ALIPAY_PUBLIC_KEY has spaces inside/],
  ])('[O6] says what is wrong with %s', (_what, settings, said) => {
    expect(complaint(settings)).toMatch(said)
  }) // prettier-ignore
})
