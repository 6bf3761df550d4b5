import { areaList } from '@vant/area-data'
import type { Region } from './region'

type Names = Readonly<Record<string, string>>

/** What lies below a code, by name: 33 is Zhejiang, 3301 Hangzhou, 330106 Xihu. */
function below<T>(names: Names, code: string, valueOf: (code: string) => T): ReadonlyMap<string, T> {
  const found = Object.entries(names).filter(([key]) => key.startsWith(code))
  return new Map(found.map(([key, name]) => [name, valueOf(key)]))
}

const { province_list: provinces, city_list: cities, county_list: districts } = areaList

/** All provinces with their cities and the districts of those, in the order of the official codes. */
const CHINA = below(provinces, '', (province) =>
  below(cities, province.slice(0, 2), (city) => [...below(districts, city.slice(0, 4), () => null).keys()]),
)

export const PROVINCES: readonly string[] = [...CHINA.keys()]

export type Cities = ReadonlyMap<string, readonly string[]>

/** The cities of a province with their districts; undefined where there is no such province. */
export const citiesOf = (province: string): Cities | undefined => CHINA.get(province)

/** Names that stand for no city: districts directly below a province. They are in no address line. */
const PSEUDO_CITIES = ['县', '省直辖县', '自治区直辖县级行政区划']
export const isPseudoCity = (city: string) => PSEUDO_CITIES.includes(city)

/** What people leave out of a name, the people of an autonomous prefecture or county included. */
const PEOPLE =
  '(?:土家|苗|侗|布依|藏|羌|彝|哈尼|壮|傣|景颇|白|傈僳|朝鲜|回|蒙古|哈萨克|柯尔克孜|黎|瑶|仡佬|畲|满|维吾尔)族?'
const SUFFIX = new RegExp(`^(.{2,}?)(?:${PEOPLE})*(?:特别行政区|自治[区州县旗]|地区|[省市区县盟旗])$`)

/** A name as people say it: 浙江, 恩施, 西湖. */
export const shortName = (name: string) => SUFFIX.exec(name)?.[1] ?? name

/** The one of these names that was typed, in full or as people say it; undefined where that fits two. */
function find(names: Iterable<string>, typed: string): string | undefined {
  const all = [...names]
  if (all.includes(typed)) return typed
  const alike = all.filter((name) => shortName(name) === shortName(typed))
  return alike.length === 1 ? alike[0] : undefined
}

export type ReadRegion = { ok: true; region: Region } | { ok: false; wrong: keyof Region }

/**
 * A region as typed, with its official names. A municipality needs no city, nor does a district directly below a province,
 * which may stand in the city's place. `wrong` is the first level that is not found.
 */
export function readRegion(typed: Region): ReadRegion {
  const text = {
    province: typed.province.trim(),
    city: typed.city.trim(),
    district: typed.district.trim(),
  }
  const province = find(PROVINCES, text.province)
  const within = province && citiesOf(province)
  if (!province || !within) return { ok: false, wrong: 'province' }
  const city = find(within.keys(), text.city || province) ?? find(within.keys(), province)
  const ofCity = city && find(within.get(city) ?? [], text.district)
  if (city && ofCity && (find([city], text.city) || !find(within.keys(), text.city)))
    return { ok: true, region: { province, city, district: ofCity } }
  for (const [name, all] of within) {
    const district = find(all, text.district || text.city)
    const isAsked = !text.city || isPseudoCity(name) || find([name], text.city)
    if (district && isAsked) return { ok: true, region: { province, city: name, district } }
  }
  return { ok: false, wrong: find(within.keys(), text.city || province) ? 'district' : 'city' }
}

/** The region at the beginning of an address line: no city that repeats its province or stands for none. */
export const regionLine = ({ province, city, district }: Region) =>
  [province, city === province || isPseudoCity(city) ? '' : city, district].join('')
