import { escapeHtml } from '../alipay/escape-html'
import { type Language, LOCALES } from '../dictionary'
import { env } from '../env'

/** What a mail says, in one language and without markup. */
export interface MailContent {
  subject: string
  /** Sentences above the facts, each a paragraph. */
  intro: string[]
  facts?: { name: string; value: string }[]
  link?: { label: string; href: string }
  /** Small print below. */
  note?: string
}

export interface RenderedMail {
  subject: string
  text: string
  html: string
}

/** The one template of all mails. Texts typed by people are escaped; a line break in them ends no header and no line. */
export function renderMail(
  content: MailContent,
  language: Language,
  shop = { name: env().alipay.mainname, url: env().shopUrl },
): RenderedMail {
  const { intro, link, note } = content
  const subject = oneLine(content.subject).slice(0, MOST_SUBJECT).toWellFormed()
  const facts = (content.facts ?? []).map(({ name, value }) => ({ name, value: oneLine(value) }))
  const colon = { zh: '：', en: ': ' }[language]
  const text = [
    intro.map(oneLine).join('\n\n'),
    facts.map(({ name, value }) => name + colon + value).join('\n'),
    link && `${link.label}${colon}\n${link.href}`,
    note && oneLine(note),
    `-- \n${shop.name}\n${shop.url}`,
  ]
  return {
    subject,
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: htmlOf({ subject, intro: intro.map(oneLine), facts, link, note }, language, shop),
  }
}

const MOST_SUBJECT = 200

const oneLine = (text: string) => text.replace(/[\x00-\x1f\x7f\u2028\u2029]+/g, ' ').trim()

/** Styles stand in attributes, the only ones that mail programs and the policy of the office's preview let through. */
function htmlOf(
  { subject, intro, facts = [], link, note }: MailContent,
  language: Language,
  shop: { name: string; url: string },
) {
  const [title, ...rest] = [subject, ...intro].map(escapeHtml)
  const rows = facts.map(
    ({ name, value }) =>
      `<tr><td style="padding:6px 16px 6px 0;color:#5f665f;vertical-align:top;white-space:nowrap">${escapeHtml(name)}</td>` +
      `<td style="padding:6px 0;word-break:break-word">${escapeHtml(value)}</td></tr>`,
  )
  const parts = [
    ...rest.map((line) => `<p style="margin:0 0 16px">${line}</p>`),
    rows.length > 0 &&
      `<table role="presentation" style="width:100%;border-collapse:collapse;border-top:1px solid #e4dfd5;border-bottom:1px solid #e4dfd5;margin:0 0 24px;font-size:15px">${rows.join('')}</table>`,
    link &&
      `<p style="margin:0 0 24px"><a href="${escapeHtml(link.href)}" target="_blank" rel="noopener noreferrer" style="display:inline-block;padding:11px 20px;border-radius:6px;background:#1e5b45;color:#ffffff;text-decoration:none">${escapeHtml(link.label)}</a></p>`,
    note && `<p style="margin:0;color:#5f665f;font-size:14px">${escapeHtml(oneLine(note))}</p>`,
  ]
  return `<!doctype html>
<html lang="${LOCALES[language]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body style="margin:0;padding:24px 16px;background:#faf8f4;color:#1f2421;font:16px/1.7 system-ui,'PingFang SC','Microsoft YaHei',sans-serif">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 12px;font-weight:600"><a href="${escapeHtml(shop.url)}" target="_blank" rel="noopener noreferrer" style="color:#1f2421;text-decoration:none">${escapeHtml(shop.name)}</a></p>
<div style="padding:24px;background:#ffffff;border:1px solid #e4dfd5;border-radius:10px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.4">${title}</h1>
${parts.filter(Boolean).join('\n')}
</div>
</div>
</body>
</html>
`
}
