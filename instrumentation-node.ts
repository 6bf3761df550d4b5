import { env, SettingError } from './lib/env'
import { log } from './lib/log'
import { gatewayText } from './lib/gateway-text'
import { type NewMerchant, readyText, tellReady } from './lib/tell-ready'
import { cliLanguage } from './scripts/say.js'

/** Checks the settings and starts what runs in the background. Ends the process where payments could not be taken correctly. */
export async function startServer() {
  try {
    const { databaseUrl, sandbox, isGatewayAlone, shopUrl } = env()
    if (!databaseUrl)
      throw new SettingError('DATABASE_URL', {
        zh: '没有设：请用 npm start 或 npm run dev 启动，它们会安排好',
        en: 'is not set: start with npm start or npm run dev, which see to it',
      })
    if (!isGatewayAlone) await startShop()
    if (sandbox) await openOwnSandbox()
    const text = isGatewayAlone
      ? gatewayText(shopUrl, cliLanguage())
      : readyText(shopUrl, await newMerchant())
    void tellReady(env(), text) // not awaited: the server listens only after this function
  } catch (error) {
    if (!(error instanceof SettingError)) throw error
    console.error(error.tell(cliLanguage()))
    process.exit(1)
  }
}

async function startShop() {
  const { ownGateway } = await import('./lib/gateway/own-gateway')
  ;(await import('./lib/payments/effects')).startEffects(ownGateway())
  ;(await import('./lib/mail/send-mails')).startMails()
  ;(await import('./lib/orders/close-abandoned')).startClosing()
  ;(await import('./lib/payments/close-expired')).startClosingExpired(ownGateway())
  ;(await import('./lib/payments/finish-due')).startFinishing(ownGateway())
  ;(await import('./lib/prune')).startPruning()
}

async function newMerchant(): Promise<NewMerchant | undefined> {
  const { seedMerchant } = await import('./lib/accounts/merchant-account')
  const password = await seedMerchant()
  return password === undefined ? undefined : { email: env().merchantEmail, password }
}

/** The only place where shop and sandbox meet in code; from here on they communicate over HTTP. */
async function openOwnSandbox() {
  const { alipay } = env()
  const { partner, notifyUrl, returnUrl } = alipay
  const { openSandbox } = await import('./lib/sandbox/open-sandbox')
  const { hostAndPort } = await import('./lib/sandbox/checked-lookup')
  const { SANDBOX_ACCOUNT, SANDBOX_APP, SANDBOX_GATEWAY_KEYS } = await import('./lib/sandbox-account')
  const { shopUrl, isDemo, isGatewayAlone } = env()
  // with ports: a host without one would open all its ports to the sandbox's notifications
  const allowedHosts = isGatewayAlone ? ['127.0.0.1', 'localhost'] : [notifyUrl, returnUrl].map(hostAndPort)
  // a shop of the open platform has no account of the old interface; the sandbox serves both to other programs
  const { key, sellerEmail, charset } =
    alipay.kind === 'partner' ? alipay : { ...SANDBOX_ACCOUNT, charset: 'utf-8' as const }
  const app = { appId: SANDBOX_APP.appId, appPublicKey: SANDBOX_APP.publicKey }
  const home = { partner, key, sellerEmail, charset, allowedHosts, ...app }
  const token = await openSandbox(home, {
    gatewayKey: SANDBOX_GATEWAY_KEYS.privateKey,
    shopUrl,
    hasShop: !isGatewayAlone,
    isPublic: isDemo,
    reportError: (step, error) => log().error({ err: error }, step),
  })
  if (token)
    console.log(
      `沙箱令牌 Sandbox token: ${token}\n` +
        `  控制台 ${shopUrl}/sandbox/console 会问它；程序这样发送。The console asks for it; programs send it as ` +
        `"Authorization: Bearer ${token}".`,
    )
}
