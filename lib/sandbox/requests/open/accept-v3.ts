import { randomUUID } from 'node:crypto'
import { rsa2Sign, rsa2Verify } from '../../../alipay/open/sign'
import { findApp } from '../../merchants/merchants'
import { allowsMethod, isServerMethod, type ServerMethod } from '../../merchants/methods'
import { gatewayKey } from '../../state'
import type { GatewayRefusal } from '../refusal'
import { type AuthenticCall, publicKeyOf, readMembers, wrongMinutes } from './authenticate'
import { refused } from './refusal'
import { injectRefusal, runServerMethod } from './run-method'

/** A request of the platform's newer form, as it arrived. `target` is the path with its query, from `/v3/` on. */
export interface V3Request {
  httpMethod: string
  target: string
  body: Uint8Array
  authorization: string
  /** `alipay-app-auth-token`, which is signed too; '' where there is none. */
  appAuthToken: string
}

export interface V3Answer {
  status: number
  body: string
  headers: Record<string, string>
}

type ServerCall = AuthenticCall & { method: ServerMethod }

/** The address under which the sandbox has these paths: the SDK signs it too where a request has a query. */
const PREFIX = '/sandbox'

/**
 * A call by `/v3/…`: the method is in the path, application, time and sign are in a header, the answer's sign as well
 * (protocol-open.md 7). Undefined where a fault keeps the answer back.
 */
export async function acceptV3(request: V3Request): Promise<V3Answer | undefined> {
  const call = await authenticate(request)
  const allowed = call.kind === 'refused' ? call : await injectRefusal(call)
  const done = allowed.kind === 'refused' ? allowed : await runServerMethod(allowed.method, allowed)
  if (done.kind === 'lost') return undefined
  if (done.kind === 'told') return signed(200, done.content)
  return signed(statusOf(done), {
    code: done.code,
    message: `${done.reason.zh} / ${done.reason.en}`,
    links: [],
  })
}

async function authenticate(request: V3Request): Promise<ServerCall | GatewayRefusal> {
  const { target, body, authorization } = request
  const [, header = '', sign = ''] = /^ALIPAY-SHA256withRSA (.+),sign=([^,\s]+)$/.exec(authorization) ?? []
  const told = new Map(
    header.split(',').map((pair) => [pair.replace(/=.*/, ''), pair.replace(/^[^=]*=?/, '')]),
  )
  const appId = told.get('app_id') ?? ''
  const merchant = /^\d{1,32}$/.test(appId) ? await findApp(appId) : null
  if (!merchant?.appPublicKey)
    return refused(
      'isv.invalid-app-id',
      'authorization 请求头里没有沙箱登记过的 app_id',
      'The header authorization has no app_id that the sandbox knows',
    )
  const [path = '', query = ''] = target.split('?')
  const method = path.replace(/^\/v3\//, '').replaceAll('/', '.')
  if (!isServerMethod(method))
    return refused(
      'isv.invalid-method',
      `沙箱没有 ${path.slice(0, 80)}`,
      `The sandbox has no ${path.slice(0, 80)}`,
    )
  if (![target, PREFIX + target].some((signedTarget) => isSigned(signedTarget)))
    return refused(
      'isv.invalid-signature',
      '验签出错：请核对私钥，以及签名的五行（头部、方法、路径、正文、令牌）',
      'The sign is wrong: compare the private key, and the five lines that are signed (header, method, path, body, token)',
    )
  const minutes = wrongMinutes(new Date(Number(told.get('timestamp'))), merchant)
  if (minutes !== undefined)
    return refused(
      'isv.invalid-timestamp',
      `timestamp 差了 ${minutes} 分钟`,
      `timestamp is ${minutes} minutes off`,
    )
  if (!allowsMethod(merchant.services, method))
    return refused(
      'isv.insufficient-isv-permissions',
      `商户的签约里没有 ${method}`,
      `${method} is not in the merchant’s contract`,
    )
  const json =
    request.httpMethod === 'GET' ? JSON.stringify(Object.fromEntries(new URLSearchParams(query))) : undefined
  const members = readMembers(json ?? Buffer.from(body).toString())
  if (!members)
    return refused('isv.invalid-parameter', '正文不是一个 JSON 对象', 'The body is not one JSON object')
  const { notify_url, ...biz } = members
  return {
    kind: 'authentic',
    method,
    merchant,
    appId,
    charset: 'utf-8',
    text: notify_url ? { notify_url } : {},
    biz,
  }

  function isSigned(signedTarget: string): boolean {
    const lines = [header, request.httpMethod, signedTarget, Buffer.from(body).toString('latin1')]
    const token = request.appAuthToken ? [request.appAuthToken] : []
    const text = [...lines, ...token].map((line) => `${line}\n`).join('')
    return merchant !== null && rsa2Verify(text, sign, publicKeyOf(merchant))
  }
}

const statusOf = ({ code }: GatewayRefusal) =>
  code === 'isv.invalid-signature' || code === 'isv.invalid-app-id' ? 401 : code.startsWith('isv.insufficient') ? 403 : 400 // prettier-ignore

/** The body and its sign, over the time, a nonce and the body, a line each. */
function signed(status: number, content: Readonly<Record<string, unknown>>): V3Answer {
  const body = JSON.stringify(content)
  const [timestamp, nonce] = [String(Date.now()), randomUUID()]
  const text = Buffer.from(`${timestamp}\n${nonce}\n${body}\n`).toString('latin1')
  return {
    status,
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'alipay-timestamp': timestamp,
      'alipay-nonce': nonce,
      'alipay-signature': rsa2Sign(text, gatewayKey()),
      'alipay-trace-id': nonce,
    },
  }
}
