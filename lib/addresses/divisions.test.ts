import { expect, it } from 'vitest'
import { citiesOf, PROVINCES, readRegion, regionLine, shortName } from './divisions'

const read = (province: string, city: string, district: string) => {
  const found = readRegion({ province, city, district })
  return found.ok ? Object.values(found.region) : found.wrong
}

it('Every district is found by its own names, in full and as people say them', () => {
  expect(PROVINCES).toHaveLength(34)
  let count = 0
  for (const province of PROVINCES)
    for (const [city, districts] of citiesOf(province) ?? [])
      for (const district of districts) {
        count++
        expect(read(province, city, district), district).toEqual([province, city, district])
        expect(read(shortName(province), shortName(city), district), district).toEqual([
          province,
          city,
          district,
        ])
      }
  expect(count).toBeGreaterThan(3_000)
})

it('Has the divisions of recent years', () => {
  expect(read('浙江', '杭州', '临平')).toEqual(['浙江省', '杭州市', '临平区'])
  expect(read('西藏', '林芝', '米林')).toEqual(['西藏自治区', '林芝市', '米林市'])
  expect(read('新疆', '和田', '和康县')).toEqual(['新疆维吾尔自治区', '和田地区', '和康县'])
})

it('Names are short as people say them', () => {
  const names = [
    '浙江省',
    '内蒙古自治区',
    '广西壮族自治区',
    '香港特别行政区',
    '恩施土家族苗族自治州',
    '西湖区',
    '赵县',
  ]
  expect(names.map(shortName)).toEqual(['浙江', '内蒙古', '广西', '香港', '恩施', '西湖', '赵县'])
})

it('A municipality needs no city, nor a district directly below its province', () => {
  expect(read('北京', '', '朝阳区')).toEqual(['北京市', '北京市', '朝阳区'])
  expect(read('北京市', '市辖区', '朝阳区')).toEqual(['北京市', '北京市', '朝阳区'])
  expect(read('湖北', '仙桃市', '')).toEqual(['湖北省', '省直辖县', '仙桃市'])
  expect(read('湖北', '', '仙桃')).toEqual(['湖北省', '省直辖县', '仙桃市'])
})

it('Says which level is not found', () => {
  expect(read('浙江x', '杭州', '西湖')).toBe('province')
  expect(read('', '', '')).toBe('province')
  expect(read('浙江', '南京', '西湖')).toBe('city')
  expect(read('浙江', '', '')).toBe('city')
  expect(read('浙江', '杭州', '下城')).toBe('district')
  expect(read('浙江', '杭州', '')).toBe('district')
  expect(read('新疆', '伊犁', '伊宁')).toBe('district') // a city and a county
})

it('An address line repeats no name and has none that stands for nothing', () => {
  expect(regionLine({ province: '浙江省', city: '杭州市', district: '西湖区' })).toBe('浙江省杭州市西湖区')
  expect(regionLine({ province: '北京市', city: '北京市', district: '朝阳区' })).toBe('北京市朝阳区')
  expect(regionLine({ province: '湖北省', city: '省直辖县', district: '仙桃市' })).toBe('湖北省仙桃市')
})
