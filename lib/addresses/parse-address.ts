import { type Address, NO_ADDRESS } from './address'
import { citiesOf, isPseudoCity, PROVINCES, shortName } from './divisions'
import type { Region } from './region'

/** No address is longer; what is behind it is not read. */
const MOST = 500

const LABELS =
  /(?:收货人|收件人|姓名|联系人|联系方式|联系电话|手机号码|手机号|手机|电话号码|电话|固定电话|所在地区|所在区域|省市区|地区|详细地址|街道地址|收货地址|收件地址|地址|邮政编码|邮编|recipient|name|mobile|phone|tel|address|zip)\s*[:：]/gi
const MOBILE = /(?<![\d-])(?:\+?86[ -]?)?(1[3-9]\d(?:[ -]?\d{4}){2}(?:[-转]\d{1,6})?)(?!\d)/
const PHONE = /(?<![\d-])(0\d{2,3}[ -]?\d{7,8}(?:[-转]\d{1,6})?)(?!\d)/
const ZIP = /(?<=^|[\s,，;；、|])(\d{6})(?=$|[\s,，;；、|])/
const NAME = /^(?:\p{Script=Han}{1,5}(?:·\p{Script=Han}{1,10})*|[A-Za-z][A-Za-z.'-]*)$/u
/** What ends a part of an address, and no name. */
const PLACE = /[路街道巷弄号栋幢楼室层座单元村镇乡庄区园苑城厦院里]$/
const COURTESY = /(?:先生|女士|小姐|老师)$/

/**
 * Takes a pasted address apart: recipient, number and place in any order, as shops, chats and carriers write them. Fields
 * that are not in it are ''. Undefined where there is no place in China in it.
 */
export function parseAddress(pasted: string): Address | undefined {
  let text = pasted
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .slice(0, MOST)
    .replace(LABELS, '\n')
  /** Takes the first match out of the text, so that the parts beside it stay apart. */
  const take = (pattern: RegExp) => {
    const match = pattern.exec(text)
    if (!match) return ''
    text = `${text.slice(0, match.index)}\n${text.slice(match.index + match[0].length)}`
    return (match[1] ?? '').replace(/[ ]/g, '')
  }
  const mobile = take(MOBILE).replace(/-(?=\d{4})/g, '')
  const [phone, zip] = [take(PHONE), take(ZIP)]
  const place = findRegion(text)
  if (!place) return undefined
  const { name, street } = nameAndStreet(text.slice(0, place.start), text.slice(skip(text, place.end)))
  return { ...NO_ADDRESS, ...place.region, name, mobile, phone, street, zip }
}

interface Found {
  region: Region
  start: number
  end: number
}

/** Where a region begins and ends in a text; the first one that has a city or a district below its province. */
function findRegion(text: string): Found | undefined {
  for (let start = 0; start < text.length; start++) {
    for (const province of PROVINCES) {
      for (const named of [province, shortName(province)]) {
        if (!text.startsWith(named, start)) continue
        const found = findBelow(text, province, skip(text, start + named.length))
        if (found) return { start, ...found }
      }
    }
    for (const province of PROVINCES) {
      const city = cityNames(province).find((name) => name.length > 2 && text.startsWith(name, start))
      if (!city) continue
      const found = findBelow(text, province, start)
      if (found) return { start, ...found }
    }
  }
  return undefined
}

const cityNames = (province: string) =>
  [...(citiesOf(province)?.keys() ?? [])].filter((name) => !isPseudoCity(name))

/** City and district from a position on. A municipality's city may be left out, and is known without a district. */
function findBelow(text: string, province: string, start: number): Omit<Found, 'start'> | undefined {
  const from = behindPseudo(text, start)
  const cities = citiesOf(province) ?? new Map<string, readonly string[]>()
  for (const city of cityNames(province)) {
    const afterCity = after(text, from, city)
    if (afterCity === undefined) continue
    const at = skip(text, afterCity)
    const districts = cities.get(city) ?? []
    // 嘉峪关市 has no other district than 市辖区
    const found = findDistrict(text, at, districts) ?? findDistrict(text, behindPseudo(text, at), districts)
    const isWhole = found ?? (text.startsWith(city, from) || /^\s/.test(text.slice(afterCity)))
    if (isWhole)
      return { region: { province, city, district: found?.district ?? '' }, end: found?.end ?? afterCity }
  }
  for (const [city, districts] of cities) {
    const found = findDistrict(text, from, districts)
    if (found) return { region: { province, city, district: found.district }, end: found.end }
  }
  return cities.has(province) ? { region: { province, city: province, district: '' }, end: from } : undefined
}

/** A district by its full name; by its short one only where a space ends it, since a street may begin with it (西湖大道). */
function findDistrict(text: string, at: number, districts: readonly string[]) {
  const whole = districts.filter((name) => text.startsWith(name, at)).sort((a, b) => b.length - a.length)[0]
  if (whole) return { district: whole, end: at + whole.length }
  const short = districts.find((name) => {
    const end = at + shortName(name).length
    return (
      shortName(name).length > 1 &&
      text.startsWith(shortName(name), at) &&
      /^[\s,，、/-]/.test(text.slice(end))
    )
  })
  return short ? { district: short, end: at + shortName(short).length } : undefined
}

/** The position behind a city's full or short name. */
function after(text: string, at: number, name: string): number | undefined {
  for (const named of [name, shortName(name)]) if (text.startsWith(named, at)) return at + named.length
  return undefined
}

/** What some lists name between two levels, and is no place: all districts of a city, or those without a city. */
const PSEUDO = /^(?:市辖区|县(?=[\s,，、/·-])|(?:省|自治区)直辖县(?:级行政(?:区划|单位))?)/

/** The position behind such a name. */
function behindPseudo(text: string, at: number) {
  const pseudo = PSEUDO.exec(text.slice(at))?.[0]
  return pseudo ? skip(text, at + pseudo.length) : at
}

/** The position behind what stands between the levels of a region. */
const skip = (text: string, at: number) => at + (/^[\s,，、/·-]*/.exec(text.slice(at))?.[0].length ?? 0)

/** The recipient stands before the place, or in the last part behind it; the rest behind it is the street. */
function nameAndStreet(before: string, behind: string): Pick<Address, 'name' | 'street'> {
  const isName = (part: string) => COURTESY.test(part) || (NAME.test(part) && !PLACE.test(part))
  const parts = (text: string) => text.split(/[\n\t,，;；、|]+/).map((part) => part.trim())
  const words = (text: string) =>
    parts(text)
      .flatMap((part) => part.split(/\s+/))
      .filter(Boolean)
  const latin = parts(before).find((part) => /^[A-Za-z][A-Za-z.' -]+$/.test(part))
  const first = latin ?? words(before).find(isName)
  const lines = parts(behind).filter(Boolean)
  if (first) return { name: first, street: lines.join(' ') }
  const last = lines.at(-1) ?? ''
  const tail = words(last).at(-1) ?? ''
  if (!isName(tail) || (lines.length === 1 && tail === last)) return { name: '', street: lines.join(' ') }
  const street = [...lines.slice(0, -1), last.slice(0, last.lastIndexOf(tail)).trim()]
  return { name: tail, street: street.filter(Boolean).join(' ') }
}
