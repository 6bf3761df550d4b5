import { expect, it } from 'vitest'
import { type Address, addressLine } from './address'
import { readAddress } from './read-address'

const typed: Address = {
  ...{ name: ' 张三 ', mobile: '13800138000', phone: '', zip: '' },
  ...{ province: '浙江', city: '杭州', district: '西湖', street: ' 龙井路 1 号' },
}
const errorsOf = (changes: Partial<Address>) => {
  const read = readAddress({ ...typed, ...changes })
  return read.ok ? {} : Object.fromEntries(Object.entries(read.errors).map(([name, { zh }]) => [name, zh]))
}

it('An address has the official names, and is one line to the gateway', () => {
  const read = readAddress(typed)
  if (!read.ok) throw new Error('refused')
  expect(read.address).toMatchObject({ name: '张三', province: '浙江省', city: '杭州市', district: '西湖区' })
  expect(addressLine(read.address)).toBe('浙江省杭州市西湖区龙井路 1 号')
})

it('A number is of eleven digits, of another country, or a landline alone', () => {
  for (const mobile of ['138 0013 8000', '+86 13800138000', '+852 5123 4567', '13800138000转1234'])
    expect(errorsOf({ mobile })).toEqual({})
  expect(errorsOf({ mobile: '', phone: '0571-88888888' })).toEqual({})
  expect(errorsOf({ mobile: '1380013800' })).toEqual({ mobile: '手机号应为 11 位，还差 1 位' })
  expect(errorsOf({ mobile: '138001380001' })).toEqual({ mobile: '手机号应为 11 位，多了 1 位' })
  for (const mobile of ['abc', '12345678901', '２'])
    expect(errorsOf({ mobile }).mobile, mobile).toMatch(/请填写 11 位/)
})

it('Says at each field what is missing, and which level is not one', () => {
  const nothing = { name: '', mobile: '', province: '', city: '', district: '', street: '' }
  expect(Object.keys(errorsOf(nothing)).sort()).toEqual(Object.keys(nothing).sort())
  expect(errorsOf({ district: '东湖' })).toEqual({ district: expect.stringContaining('“东湖”') as string })
  expect(errorsOf({ province: 'Zhejiang' })).toEqual({
    province: expect.stringContaining('“Zhejiang”') as string,
  })
})
