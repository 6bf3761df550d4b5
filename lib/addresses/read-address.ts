import type { Bilingual } from '../dictionary'
import { type Address, ADDRESS_FIELDS } from './address'
import { readRegion } from './divisions'
import { REGION_FIELDS } from './region'

export type AddressErrors = Partial<Record<keyof Address, Bilingual>>

export type ReadAddress = { ok: true; address: Address } | { ok: false; errors: AddressErrors }

const MISSING = {
  name: { zh: '请填写收货人姓名', en: 'Please enter the name of the recipient' },
  mobile: { zh: '请填写手机号码', en: 'Please enter a mobile number' },
  street: {
    zh: '请填写详细地址：街道、门牌、楼栋、房号',
    en: 'Please enter the street, number, building and room',
  },
  province: { zh: '请选择省份', en: 'Please choose a province' },
  city: { zh: '请选择城市', en: 'Please choose a city' },
  district: { zh: '请选择区县', en: 'Please choose a district' },
} satisfies AddressErrors

/** How a level that does not exist is refused. */
const UNKNOWN = {
  province: (typed) => ({
    zh: `没有“${typed}”这个省份，请填写全称，例如：浙江省`,
    en: `There is no province “${typed}”: enter it in Chinese, such as 浙江省`,
  }),
  city: (typed) => ({
    zh: `这个省份里没有“${typed}”，请填写城市的全称，例如：杭州市`,
    en: `There is no city “${typed}” in this province: enter it in Chinese, such as 杭州市`,
  }),
  district: (typed) => ({
    zh: `这个城市里没有“${typed}”，请填写区县的全称，例如：西湖区`,
    en: `There is no district “${typed}” in this city: enter it in Chinese, such as 西湖区`,
  }),
} satisfies Record<string, (typed: string) => Bilingual>

/** An eleven-digit number in mainland China, or one of elsewhere with its +. */
const MOBILE = /^(?:(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?:[-转]\d{1,6})?|(?:\+|00)(?!86)[\d -]{6,20})$/

/**
 * An address as typed, with the official names of its region, or what is wrong with it, field by field. Lengths and
 * characters are the gateway's to judge.
 */
export function readAddress(typed: Address): ReadAddress {
  const errors: AddressErrors = {}
  const address = { ...typed }
  for (const field of ADDRESS_FIELDS) address[field] = typed[field].trim()
  for (const field of ['name', 'street'] as const) if (!address[field]) errors[field] = MISSING[field]
  if (!address.mobile && !address.phone) errors.mobile = MISSING.mobile
  else if (address.mobile && !MOBILE.test(address.mobile)) errors.mobile = wrongMobile(address.mobile)

  const read = readRegion(address)
  if (read.ok) Object.assign(address, read.region)
  else {
    errors[read.wrong] = address[read.wrong] ? UNKNOWN[read.wrong](address[read.wrong]) : MISSING[read.wrong]
    for (const field of REGION_FIELDS) if (!address[field]) errors[field] ??= MISSING[field]
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, address }
}

function wrongMobile(text: string): Bilingual {
  const digits = text.replace(/[ -]/g, '')
  if (!/^1\d*$/.test(digits) || digits.length === 11)
    return {
      zh: '请填写 11 位手机号码，海外号码以 + 开头；没有手机可以只填固定电话',
      en: 'Please enter a mobile number of 11 digits, or begin one of another country with +; a landline alone will do too',
    }
  const off = digits.length - 11
  return {
    zh: `手机号应为 11 位，${off < 0 ? `还差 ${-off} 位` : `多了 ${off} 位`}`,
    en: `A mobile number has 11 digits; this one has ${digits.length}`,
  }
}
