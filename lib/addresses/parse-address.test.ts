import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ADDRESS_FIELDS } from './address'
import { citiesOf, PROVINCES, regionLine } from './divisions'
import { parseAddress } from './parse-address'
import { readAddress } from './read-address'

const LONGJING = {
  name: '张三',
  mobile: '13800138000',
  ...{ province: '浙江省', city: '杭州市', district: '西湖区', street: '龙井路 1 号' },
}

it.each([
  '张三，13800138000，浙江省杭州市西湖区龙井路 1 号',
  '浙江省杭州市西湖区龙井路 1 号 张三 13800138000',
  '浙江省杭州市西湖区龙井路 1 号\n张三\n13800138000',
  '13800138000 张三 浙江 杭州 西湖 龙井路 1 号',
  '张三 138-0013-8000 浙江杭州西湖区龙井路 1 号',
  '张三 +86 138 0013 8000 杭州市西湖区龙井路 1 号',
  '收货人：张三\n手机号码：13800138000\n所在地区：浙江省杭州市西湖区\n详细地址：龙井路 1 号',
  '姓名: 张三, 电话: 13800138000, 地址: 浙江省 杭州市 西湖区 龙井路 1 号',
  '张三　１３８００１３８０００　浙江省/杭州市/西湖区/龙井路 1 号',
  '  浙江省，杭州市，西湖区，龙井路 1 号，张三，13800138000。'.replace('。', ''),
])('“%s” is taken apart', (text) => expect(parseAddress(text)).toMatchObject(LONGJING))

it('Finds a landline, a postcode and names that are not of two characters', () => {
  expect(parseAddress('欧阳小明 0571-88888888 浙江省杭州市西湖区龙井路1号 310013')).toMatchObject({
    ...{ name: '欧阳小明', mobile: '', phone: '0571-88888888', street: '龙井路1号', zip: '310013' },
  })
  expect(parseAddress('买买提·艾力，13800138000，新疆喀什地区喀什市解放路2号')?.name).toBe('买买提·艾力')
  expect(parseAddress('Zhang San, 13800138000, 浙江省杭州市西湖区龙井路1号')?.name).toBe('Zhang San')
  expect(parseAddress('李女士 13800138000转1234 上海市徐汇区漕溪北路8号')).toMatchObject({
    ...{ name: '李女士', mobile: '13800138000转1234', city: '上海市', district: '徐汇区' },
  })
})

it('Knows municipalities, and districts directly below a province', () => {
  expect(parseAddress('北京朝阳区建国路 1 号')).toMatchObject({
    city: '北京市',
    district: '朝阳区',
    name: '',
  })
  expect(parseAddress('北京市市辖区海淀区中关村大街 1 号')).toMatchObject({
    district: '海淀区',
    street: '中关村大街 1 号',
  })
  expect(parseAddress('湖北省仙桃市沔州大道 1 号')).toMatchObject({ city: '省直辖县', district: '仙桃市' })
  expect(parseAddress('海南省 省直辖县级行政区划 文昌市 文清大道 1 号')).toMatchObject({
    ...{ city: '省直辖县', district: '文昌市', street: '文清大道 1 号' },
  })
})

it('A street that begins like a district stays a street', () => {
  const found = parseAddress('张三 13800138000 浙江省杭州市西湖大道 1 号')
  expect(found).toMatchObject({ city: '杭州市', district: '', street: '西湖大道 1 号' })
  expect(parseAddress('浙江省杭州市西湖区西湖大道 1 号')?.street).toBe('西湖大道 1 号')
})

it('A name that is a province is a name', () =>
  expect(parseAddress('江苏 13800138000 浙江省杭州市西湖区龙井路 1 号')).toMatchObject({
    ...LONGJING,
    name: '江苏',
  }))

it.each(['', 'hello world', '13800138000', '请放在快递柜', '1 Longjing Road, Hangzhou', '龙井路 1 号 张三'])(
  '“%s” is no address',
  (text) => expect(parseAddress(text)).toBeUndefined(),
)

const districts = PROVINCES.flatMap((province) =>
  [...(citiesOf(province) ?? [])].flatMap(([city, all]) =>
    all.map((district) => ({ province, city, district })),
  ),
)
const anAddress = fc.record({
  name: fc.constantFrom('张三', '李小明', '欧阳修', '赵钱孙李'),
  mobile: fc.stringMatching(/^1[3-9]\d{9}$/),
  street: fc.stringMatching(/^[环解和建][放城平设]路[1-9]\d{0,2}号[1-9]幢[1-9]0[1-9]室$/),
})

it('Every district in every layout is taken apart into what it was made of, and can be ordered to', () =>
  fc.assert(
    fc.property(anAddress, fc.nat(5), ({ name, mobile, street }, shift) => {
      for (const [index, region] of districts.entries()) {
        const [line, spaced] = [regionLine(region), Object.values(region).join(' ')]
        const layouts = [
          `${name} ${mobile} ${line}${street}`,
          `${name}，${mobile}，${line}${street}`,
          `${line}${street} ${name} ${mobile}`,
          `${spaced} ${street}\n${name}\n${mobile}`,
          `收货人：${name}\n手机：${mobile}\n所在地区：${spaced}\n详细地址：${street}`,
          `${mobile}\n${name}\n${line} ${street}`,
        ]
        const text = layouts[(index + shift) % layouts.length] ?? ''
        const found = parseAddress(text)
        expect(found, text).toMatchObject({ ...region, name, mobile, street })
        expect(found && readAddress(found).ok).toBe(true)
      }
    }),
    { numRuns: 2 },
  ))

it('Any text at all is read without an error, and no field is longer than what was read', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.boolean(), (text, isAddress) => {
      const found = parseAddress(isAddress ? `${text}浙江省杭州市西湖区${text}` : text)
      for (const field of ADDRESS_FIELDS) expect((found?.[field] ?? '').length).toBeLessThanOrEqual(500)
    }),
  ))
