import type { Bilingual } from '../../dictionary'
import type { Account } from '../../alipay/partner/request'
import type { ExplainedMessage, Explanation } from './explanation'
import { sellerEmailIn } from '../message-log'

/** What lies behind the notes of a log entry. Those about the gateway are explained with its answer (source.ts). */
export function explainNotes({ notes, params }: ExplainedMessage, account: Account): Explanation[] {
  return notes.flatMap((note): Explanation[] => {
    if (note === 'unreadable_text') return [explainUnreadable(params)]
    if (note !== 'seller_email_changed') return []
    const told = sellerEmailIn(params) ?? ''
    return [{ cause: note, certain: true, ...EMAIL_CHANGED(told, account.sellerEmail) }]
  })
}

/** Unreadable bytes at the end of a value mean that the gateway cut it off, not another charset. */
function explainUnreadable(params: unknown): Explanation {
  const values = params && typeof params === 'object' ? Object.entries(params) : []
  const spoiled = values.filter(([, value]) => typeof value === 'string' && value.includes('\ufffd'))
  const names = spoiled.map(([name]) => name).join(', ')
  const cutOff = spoiled.every(([, value]) => typeof value === 'string' && /^[^\ufffd]*\ufffd$/.test(value))
  return cutOff
    ? { cause: 'text_cut_off', certain: false, ...CUT_OFF(names) }
    : { cause: 'text_unreadable', certain: false, ...UNREADABLE(names) }
}

export const CUT_OFF = (names: string): Bilingual => ({
  zh: `${names} 的末尾是半个字，显示成 �：网关把长的文字按字节截断（收货地址是 256 字节），正好截在一个字中间。签名是按字节验的，编码设置没有问题，什么也不用改；收货地址不全时，请与买家核对。`,
  en: `${names} ends in half a character, shown as �: the gateway cuts long texts by bytes (an address at 256), here in the middle of a character. The sign is checked over the bytes, and the charset setting is not the cause: nothing is to be changed. Where the address is incomplete, ask the buyer.`,
})

export const UNREADABLE = (names: string): Bilingual => ({
  zh: `${names} 里有不是文字的字节，显示成 �。签名是按字节验的，与此无关；这些文字只给人看，不影响处理。原来的字节在本页下面；需要时与买家核对。`,
  en: `${names} has bytes that are no text, shown as �. The sign is checked over the bytes and does not depend on it; only people read these texts, and nothing was decided by them. The bytes are further down on this page; ask the buyer where it matters.`,
})

export const EMAIL_CHANGED = (told: string, set: string): Bilingual => ({
  zh: `卖家的 seller_id 是本店，邮箱却是 ${told}，而配置的是 ${set}：支付宝账户换过登录邮箱。消息照常处理；请把 ALIPAY_SELLER_EMAIL 改成新的，然后重启。`,
  en: `By its seller_id the seller is this shop, but its e-mail is ${told} and the settings have ${set}: the Alipay account has another e-mail now. The message was processed as ever; set ALIPAY_SELLER_EMAIL to the new one and restart.`,
})
