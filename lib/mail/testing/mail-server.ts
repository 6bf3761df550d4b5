import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  /** Of the envelope. */
  from: string
  to: string[]
  /** The header lines, unfolded, with encoded words as they came. */
  headers: string[]
  subject: string
  text: string
  html: string
}

interface Options {
  port?: number
  /** The server asks for this user and password. */
  auth?: { user: string; pass: string }
  /** What it answers to a recipient in place of 250. */
  refuse?: (recipient: string) => number | undefined
}

/** A real SMTP server on this machine, and the mails that it has taken. */
export async function openMailServer({ port = 0, auth, refuse }: Options = {}) {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: auth === undefined,
    allowInsecureAuth: true,
    disabledCommands: auth ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onAuth({ username, password }, _session, done) {
      if (username === auth?.user && password === auth?.pass) done(null, { user: username })
      else done(new Error('535 wrong'))
    },
    onRcptTo({ address }, _session, done) {
      const responseCode = refuse?.(address)
      done(responseCode ? Object.assign(new Error('not here'), { responseCode }) : null)
    },
    onData(stream, { envelope }, done) {
      void buffer(stream).then((source) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        mails.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          ...readMail(source.toString('utf8')),
        })
        done()
      })
    },
  })
  server.on('error', () => {}) // a client that goes away
  const listening = server.listen(port, '127.0.0.1')
  if (!listening.listening) await once(listening, 'listening')
  const at = (listening.address() as AddressInfo).port
  const credentials = auth ? `${encodeURIComponent(auth.user)}:${encodeURIComponent(auth.pass)}@` : ''
  return {
    port: at,
    url: `smtp://${credentials}127.0.0.1:${at}`,
    mails,
    /** Those to an address, the earliest first. */
    to: (address: string) => mails.filter(({ to }) => to.includes(address)),
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

/** A server that sends these bytes to each connection and nothing else; `null` is silence. */
export async function openOddServer(says: string | null) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    if (says !== null) socket.write(says)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    async close() {
      sockets.forEach((socket) => socket.destroy())
      server.close()
      await once(server, 'close')
    },
  }
}

/** Reads a multipart/alternative mail of nodemailer. */
function readMail(source: string) {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const headers = unfold(head)
  const boundary = /boundary="?([^";\r\n]+)/.exec(head)?.[1] ?? '\0'
  const parts = rest
    .join('\r\n\r\n')
    .split(`--${boundary}`)
    .map((part) => {
      const end = part.indexOf('\r\n\r\n')
      return { head: part.slice(0, end), body: part.slice(end + 4).replace(/\r\n$/, '') }
    })
  const bodyOf = (type: string) => {
    const part = parts.find(({ head }) => head.toLowerCase().includes(`content-type: ${type}`))
    if (!part) return ''
    return /transfer-encoding: base64/i.test(part.head)
      ? Buffer.from(part.body, 'base64').toString('utf8')
      : /transfer-encoding: quoted-printable/i.test(part.head)
        ? quotedPrintable(part.body)
        : part.body
  }
  const subject = headers.find((line) => /^subject:/i.test(line))?.replace(/^subject:\s*/i, '') ?? ''
  return { headers, subject: words(subject), text: bodyOf('text/plain'), html: bodyOf('text/html') }
}

const unfold = (head: string) => head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')

const quotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** RFC 2047. */
const words = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_all, way: string, word: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    )
