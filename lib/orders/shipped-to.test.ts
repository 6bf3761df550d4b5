import { expect, it } from 'vitest'
import type { Receiver } from './receiver'
import { shippedTo } from './shipped-to'

const typed: Receiver = {
  receiveName: '张三',
  receiveMobile: '13800138000',
  receivePhone: null,
  receiveAddress: '杭州市西湖区 1 号',
  receiveZip: '310013',
}
const untyped = {
  receiveName: null,
  receiveMobile: null,
  receivePhone: null,
  receiveAddress: null,
  receiveZip: null,
}
const untold = { told: null }
const tells = (changes: Partial<Receiver> = {}) => ({
  told: { receiver: { ...typed, ...changes } },
})

it('Goods go to whom the buyer typed in while the gateway has told of nobody', () =>
  expect(shippedTo({ ...typed, ...untold })).toEqual({ receiver: typed, typedOtherwise: {} }))

it('Goods of a direct payment go to whom the gateway has told of', () =>
  expect(shippedTo({ ...untyped, ...tells() })).toEqual({ receiver: typed, typedOtherwise: {} }))

it('Nobody is known of an order of which neither has said', () =>
  expect(shippedTo({ ...untyped, ...untold })).toEqual({ receiver: undefined, typedOtherwise: {} }))

it('The same told and typed is no difference', () =>
  expect(shippedTo({ ...typed, ...tells({ receiveName: ' 张三 ' }) }).typedOtherwise).toEqual({}))

it('What the gateway told counts, and what was typed otherwise is marked, also where it is left out or new', () => {
  const changed = tells({ receiveAddress: '上海市 2 号', receiveZip: null, receivePhone: '021-1' })
  const { receiver, typedOtherwise } = shippedTo({ ...typed, ...changed })
  expect(receiver).toEqual({
    ...typed,
    receiveAddress: '上海市 2 号',
    receiveZip: null,
    receivePhone: '021-1',
  })
  expect(typedOtherwise).toEqual({
    receiveAddress: '杭州市西湖区 1 号',
    receiveZip: '310013',
    receivePhone: null,
  })
})

it('[#44] An address that the gateway cut within a character is the one that was typed, whole', () => {
  const { receiver, typedOtherwise } = shippedTo({ ...typed, ...tells({ receiveAddress: '杭州市西\ufffd' }) })
  expect(receiver?.receiveAddress).toBe('杭州市西湖区 1 号')
  expect(typedOtherwise).toEqual({})
})

it('[#44] So is one that was cut between two characters, at 256 bytes of either charset', () => {
  for (const told of ['杭'.repeat(84) + ' 12', '杭'.repeat(128)]) {
    const receiveAddress = told + '西湖区 1 号'
    const { receiver, typedOtherwise } = shippedTo({
      ...typed,
      receiveAddress,
      ...tells({ receiveAddress: told }),
    })
    expect(receiver?.receiveAddress).toBe(receiveAddress)
    expect(typedOtherwise).toEqual({})
  }
  const shorter = shippedTo({ ...typed, ...tells({ receiveAddress: '杭州市西湖区' }) })
  expect(shorter.receiver?.receiveAddress).toBe('杭州市西湖区')
})

it('[#44] Another address with an unreadable character is another address', () =>
  expect(shippedTo({ ...typed, ...tells({ receiveAddress: '上海\ufffd' }) })).toMatchObject({
    receiver: { receiveAddress: '上海\ufffd' },
    typedOtherwise: { receiveAddress: '杭州市西湖区 1 号' },
  }))
