import { once } from 'node:events'
import { connect } from 'node:net'
import { createTransport, type Transporter } from 'nodemailer'
import type { Mail } from '@/generated/shop/client'
import { type Env, isLoopback, type MailServer } from '../env'
import type { MailError } from './mail'

/** How the shop sends mails: the server and the sender. */
export type Outgoing = NonNullable<Env['mail']>

export type SmtpResult =
  | { kind: 'taken' }
  /** `reply` is the number of the server's reply, if it gave one. */
  | { kind: 'failed'; error: MailError; reply: number | null }

/** Hands a mail to the server. Never throws for what the server does; ends within `timeoutMs`. */
export function sendMail(
  { id, to, subject, text, html }: Pick<Mail, 'id' | 'to' | 'subject' | 'text' | 'html'>,
  { server, from }: Outgoing,
  timeoutMs: number,
): Promise<SmtpResult> {
  return converse(server, timeoutMs, (transport) =>
    transport.sendMail({
      from,
      to: { name: '', address: to }, // an object, since a text would be read as a list of addresses
      envelope: { from: from.address, to },
      subject,
      text,
      html,
      // the same at each attempt, so that mail programs show a mail once that was sent twice
      messageId: `<${id}@${from.address.split('@').at(-1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    }),
  )
}

/** Whether the server can be reached and lets the shop sign in; sends nothing. */
export const verifyServer = (server: MailServer, timeoutMs: number): Promise<SmtpResult> =>
  converse(server, timeoutMs, (transport) => transport.verify())

/** The socket is our own: closing it ends the conversation, also with a server that answers a byte at a time. */
async function converse(
  server: MailServer,
  timeoutMs: number,
  work: (transport: Transporter) => Promise<unknown>,
): Promise<SmtpResult> {
  const { host, port, secure, auth } = server
  const isHere = isLoopback(host) || host === '::1'
  const socket = connect({ host, port })
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    socket.destroy(new Error('late'))
  }, timeoutMs)
  try {
    await once(socket, 'connect')
    socket.on('error', () => {}) // nodemailer reports it; this is for one that comes after its end
    const transport = createTransport({
      ...{ host, port, secure, auth, connection: socket },
      requireTLS: auth !== undefined && !isHere, // no password goes over a network in the clear
      tls: { rejectUnauthorized: !isHere },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    await work(transport)
    return { kind: 'taken' }
  } catch (error) {
    return { kind: 'failed', ...reasonOf(error, isLate) }
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

const ERRORS: Record<string, MailError> = {
  ETIMEDOUT: 'timeout',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
  EAUTH: 'auth',
  ENOAUTH: 'auth',
  EENVELOPE: 'refused',
  EMESSAGE: 'refused',
  EPROTOCOL: 'odd_reply',
}

/** The server's words may repeat what it was told, so only its number is kept. */
function reasonOf(error: unknown, isLate: boolean): { error: MailError; reply: number | null } {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  const reply = Number.isInteger(responseCode) ? Number(responseCode) : null
  if (isLate) return { error: 'timeout', reply }
  const isCertificate = typeof code === 'string' && /CERT|SSL|TLS/.test(code)
  const known = typeof code === 'string' ? ERRORS[code] : undefined
  return { error: known ?? (isCertificate ? 'tls' : 'unreachable'), reply }
}
