import { env, SettingError } from './lib/env'
import { keepRawTarget } from './lib/raw-target'
import { tellReady } from './lib/tell-ready'
import { cliLanguage } from './scripts/say.js'

/** A server that could not take payments correctly does not start. */
export async function startServer() {
  // `next dev` serves from a child process, which would survive a killed parent and keep the port
  if (process.env.NODE_ENV === 'development') process.once('disconnect', () => process.exit())
  keepRawTarget()
  try {
    const { databaseUrl, sandbox } = env()
    if (!databaseUrl)
      throw new SettingError('DATABASE_URL', {
        zh: '没有设：请用 npm start 或 npm run dev 启动，它们会安排好',
        en: 'is not set: start with npm start or npm run dev, which see to it',
      })
    const { ownGateway } = await import('./lib/gateway/own-gateway')
    ;(await import('./lib/payments/effects')).startEffects(ownGateway())
    ;(await import('./lib/orders/close-abandoned')).startClosing()
    ;(await import('./lib/prune')).startPruning()
    if (sandbox) await openOwnSandbox()
    const { seedMerchant } = await import('./lib/accounts/merchant-account')
    const password = await seedMerchant()
    // not awaited: the server answers only after this function
    void tellReady(env(), password === undefined ? undefined : { email: env().merchantEmail, password })
  } catch (error) {
    if (!(error instanceof SettingError)) throw error
    console.error(error.tell(cliLanguage()))
    process.exit(1)
  }
}

/** The one place that introduces the shop to its sandbox; from here on they only speak HTTP. */
async function openOwnSandbox() {
  const { partner, key, sellerEmail, charset, notifyUrl, returnUrl } = env().alipay
  const allowedHosts = [notifyUrl, returnUrl].map(hostAndPort)
  const { openSandbox } = await import('./lib/sandbox/open-sandbox')
  const { shopUrl, isDemo } = env()
  const home = { partner, key, sellerEmail, charset, allowedHosts }
  const token = await openSandbox(home, { shopUrl, isPublic: isDemo })
  if (token)
    console.log(
      `沙箱令牌 Sandbox token: ${token}\n` +
        `  控制台 ${shopUrl}/sandbox/console 会问它；程序这样发送。The console asks for it; programs send it as ` +
        `"Authorization: Bearer ${token}".`,
    )
}

/** A host without a port would open all its ports to the sandbox's messages. */
function hostAndPort(url: string) {
  const { hostname, port, protocol } = new URL(url)
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
}
