import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db'
import { countMails, findMail, isSendable, listMails, sendAgain } from './find-mails'
import { type NewMail, postMails } from './post-mails'
import { MOST_ATTEMPTS, pruneMails, runMails } from './send-mails'
import type { Outgoing } from './smtp'
import { openMailServer, openOddServer } from './testing/mail-server'

beforeEach(() => db().mail.deleteMany())

const FROM = { name: '担保小铺', address: 'shop@example.com' }

const by = (port: number, auth?: { user: string; pass: string }): Outgoing => ({
  server: { host: '127.0.0.1', port, secure: false, auth },
  from: FROM,
})

const aMail = (changes: Partial<NewMail> = {}): NewMail => ({
  key: randomUUID(),
  kind: 'paid',
  to: 'buyer@example.com',
  language: 'zh',
  orderNo: '20261129',
  content: {
    subject: '付款成功，订单 20261129',
    intro: ['我们已收到您的付款。'],
    facts: [{ name: '商品', value: '绿茶 <b>&"' }],
    link: { label: '查看订单', href: 'http://127.0.0.1:3000/orders/20261129?a=1&b=2' },
  },
  ...changes,
})

const post = (...mails: NewMail[]) => postMails(mails, true)
const theMail = () => db().mail.findFirstOrThrow()
/** As if the wait after a failure, or the claim of a process that died, were over. */
const passTime = () => db().mail.updateMany({ where: { state: 'waiting' }, data: { dueAt: new Date(0) } })

describe('A mail', () => {
  it('is sent once, as text and as HTML, with what people typed escaped', async () => {
    const server = await openMailServer()
    const mail = aMail()
    await Promise.all([post(mail), post(mail), post({ ...mail, to: 'other@example.com' })])
    await Promise.all([runMails(by(server.port)), runMails(by(server.port))])
    await runMails(by(server.port))
    expect(server.mails).toHaveLength(1)
    const [{ from, to, subject, text, html, headers }] = server.mails as [(typeof server.mails)[0]]
    expect([from, to]).toEqual(['shop@example.com', [(await theMail()).to]])
    expect(subject).toBe('付款成功，订单 20261129')
    expect(text.replaceAll('\r\n', '\n')).toBe(
      '我们已收到您的付款。\n\n商品：绿茶 <b>&"\n\n查看订单：\nhttp://127.0.0.1:3000/orders/20261129?a=1&b=2\n\n-- \n担保小铺\nhttp://127.0.0.1:3000\n',
    )
    expect(html).toContain('绿茶 &lt;b&gt;&amp;&quot;')
    expect(html).toContain('href="http://127.0.0.1:3000/orders/20261129?a=1&amp;b=2"')
    expect(headers.find((line) => /^message-id:/i.test(line))).toContain(
      `<${(await theMail()).id}@example.com>`,
    )
    expect(await theMail()).toMatchObject({ state: 'sent', attempts: 1, dueAt: null, error: null })
    expect((await theMail()).sentAt).toBeInstanceOf(Date)
    await server.close()
  })

  it('of a name with line breaks has no header and no recipient more', async () => {
    const server = await openMailServer()
    const evil = '茶\r\nBcc: evil@example.com\r\n\r\nSubject: x'
    const content = { ...aMail().content, subject: evil, facts: [{ name: '商品', value: evil }] }
    await post(aMail({ content }))
    await runMails(by(server.port))
    const [mail] = server.mails
    expect(mail?.to).toEqual(['buyer@example.com'])
    expect(mail?.subject).toBe('茶 Bcc: evil@example.com Subject: x')
    expect(mail?.headers.filter((line) => /^(bcc|cc|to|subject):/i.test(line))).toHaveLength(2)
    expect(mail?.text).toContain('商品：茶 Bcc: evil@example.com Subject: x')
    await server.close()
  })

  it('goes by the password of the settings, and is tried again where the server does not accept it', async () => {
    const auth = { user: 'me@example.com', pass: 'p@ss/word' }
    const server = await openMailServer({ auth })
    await post(aMail())
    await runMails(by(server.port, { ...auth, pass: 'old' }))
    expect(await theMail()).toMatchObject({ state: 'waiting', error: 'auth', reply: 535, attempts: 1 })
    await passTime()
    await runMails(by(server.port, auth))
    expect(await theMail()).toMatchObject({ state: 'sent', error: null, reply: null })
    await server.close()
  })

  it('is kept where there is no mail server, and sent when the merchant says so', async () => {
    await postMails([aMail()], false)
    const server = await openMailServer()
    await runMails(by(server.port))
    const { id } = await theMail()
    expect(await theMail()).toMatchObject({ state: 'kept', dueAt: null, attempts: 0 })
    expect(await sendAgain(id, false)).toBe(false)
    expect(await sendAgain(id, true)).toBe(true)
    expect(await sendAgain(id, true)).toBe(false) // on its way
    await runMails(by(server.port))
    expect(server.mails).toHaveLength(1)
    await server.close()
  })
})

describe('A mail server that', () => {
  it('is down is tried again, later and later, and at last not any more', async () => {
    const gone = await openOddServer(null)
    await gone.close()
    await post(aMail())
    const before = Date.now()
    await runMails(by(gone.port))
    const first = await theMail()
    expect(first).toMatchObject({ state: 'waiting', attempts: 1, error: 'unreachable', reply: null })
    expect(first.dueAt?.getTime()).toBeGreaterThanOrEqual(before + 10_000)
    await runMails(by(gone.port)) // not yet
    expect(await theMail()).toMatchObject({ attempts: 1 })
    await passTime()
    await runMails(by(gone.port))
    expect((await theMail()).dueAt?.getTime()).toBeGreaterThanOrEqual(before + 40_000)
    await db().mail.updateMany({ data: { attempts: MOST_ATTEMPTS - 1, dueAt: new Date(0) } })
    await runMails(by(gone.port))
    expect(await theMail()).toMatchObject({ state: 'failed', error: 'unreachable', dueAt: null })
  })

  it.each([
    ['refuses for the moment', 451, 'waiting'],
    ['refuses for good', 550, 'failed'],
  ])('%s, is told apart by its number', async (_what, code, state) => {
    const server = await openMailServer({ refuse: (to) => (to === 'buyer@example.com' ? code : undefined) })
    await post(aMail(), aMail({ to: 'other@example.com' }))
    await runMails(by(server.port))
    const mail = await db().mail.findFirstOrThrow({ where: { to: 'buyer@example.com' } })
    expect(mail).toMatchObject({ state, error: 'refused', reply: code, attempts: 1 })
    expect(server.to('other@example.com')).toHaveLength(1)
    expect(await sendAgain(mail.id, true)).toBe(state === 'failed')
    await server.close()
  })

  it.each([
    ['says nothing', null, 'timeout'],
    ['is none', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'odd_reply'],
    ['never ends its greeting', '220-hello\r\n220-hello\r\n', 'timeout'],
  ])('%s, holds up the others for the time of an attempt only', async (_what, says, error) => {
    const odd = await openOddServer(says)
    await post(...Array.from({ length: 6 }, () => aMail()))
    const started = performance.now()
    await runMails(by(odd.port), 500)
    expect(performance.now() - started).toBeLessThan(30_000)
    const mails = await db().mail.findMany()
    expect(mails.map(({ error, state }) => [error, state])).toEqual(Array(6).fill([error, 'waiting']))
    await odd.close()
  })
})

it('A mail is not begun twice while a process is at it, and taken over from one that died', async () => {
  const [server, silent] = [await openMailServer(), await openOddServer(null)]
  await post(aMail())
  const dead = runMails(by(silent.port), 5_000)
  await expect.poll(async () => (await theMail()).attempts).toBe(1)
  await runMails(by(server.port))
  expect(server.mails).toHaveLength(0)
  await passTime()
  await runMails(by(server.port))
  expect(await theMail()).toMatchObject({ state: 'sent', attempts: 2 })
  await dead
  expect(await theMail()).toMatchObject({ state: 'sent', attempts: 2, error: null })
  await Promise.all([server.close(), silent.close()])
})

describe('[#70] A mail with a link into an account', () => {
  const soon = () => new Date(Date.now() + 60_000)
  const secret = (secretUntil = soon()) => aMail({ kind: 'reset_password', secretUntil })

  it('is shown to the merchant in the sandbox only', async () => {
    await post(secret())
    const { id } = await theMail()
    expect((await findMail(id, true))?.body?.text).toContain('http')
    expect((await findMail(id, false))?.body).toBeUndefined()
    expect(JSON.stringify(await listMails(undefined))).not.toContain('http')
  })

  it('is not sent after its link has expired, and loses its text', async () => {
    const server = await openMailServer()
    await post(secret(new Date(Date.now() - 1)), aMail({ to: 'other@example.com' }))
    await runMails(by(server.port))
    expect(server.mails.map(({ to }) => to)).toEqual([['other@example.com']])
    const mail = await db().mail.findFirstOrThrow({ where: { kind: 'reset_password' } })
    expect(mail).toMatchObject({ state: 'failed', error: 'expired', text: '', html: '' })
    expect(isSendable(mail)).toBe(false)
    expect(await sendAgain(mail.id, true)).toBe(false)
    await server.close()
  })

  it('that was kept loses its text when the link has expired', async () => {
    await postMails([secret(new Date(Date.now() - 1))], false)
    await pruneMails()
    expect(await theMail()).toMatchObject({ state: 'kept', text: '', html: '' })
  })
})

describe('The list of mails', () => {
  it('is read page by page, newest first, each mail once', async () => {
    const at = new Date('2026-11-29T12:00:00Z')
    await post(...Array.from({ length: 7 }, (_, n) => aMail({ key: String(n) })))
    await db().mail.updateMany({ data: { createdAt: at } }) // the id decides
    await db().mail.updateMany({
      where: { key: '3' },
      data: { createdAt: new Date(at.getTime() + 1), state: 'sent' },
    })
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const page = await listMails(undefined, after, 3)
      seen.push(...page.rows.map(({ key }) => key))
      after = page.next
    } while (after)
    expect(seen[0]).toBe('3')
    expect(seen.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6'])
    expect((await listMails('sent')).rows.map(({ key }) => key)).toEqual(['3'])
    expect(await countMails()).toEqual({ kept: 0, waiting: 6, sent: 1, failed: 0 })
    expect((await listMails(undefined, 'no cursor', 3)).rows).toHaveLength(3)
    expect(await findMail("x' OR 1=1 --")).toBeNull()
  })

  it('loses mails of 90 days, and the oldest of too many', async () => {
    const day = 24 * 60 * 60 * 1000
    for (const days of [91, 89, 2, 1]) {
      await post(aMail({ key: String(days) }))
      const createdAt = new Date(Date.now() - days * day)
      await db().mail.updateMany({ where: { key: String(days) }, data: { createdAt } })
    }
    await pruneMails()
    expect((await listMails(undefined)).rows.map(({ key }) => key)).toEqual(['1', '2', '89'])
    await pruneMails(2)
    expect((await listMails(undefined)).rows.map(({ key }) => key)).toEqual(['1', '2'])
  })
})
