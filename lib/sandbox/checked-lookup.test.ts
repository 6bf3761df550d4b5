import type { LookupAddress } from 'node:dns'
import { createServer, get } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { checkedLookup, forbiddenLiteral } from './checked-lookup'
import { sandboxState } from './state'

afterEach(() => Object.assign(sandboxState(), { token: undefined, homeHosts: [] }))

/** A name server's answers, one after the other. */
function nameServer(...answers: string[][]) {
  let asked = 0
  const resolve: Parameters<typeof checkedLookup>[0] = (_name, _options, callback) => {
    const answer = answers[asked++] ?? []
    const addresses = answer.map((address): LookupAddress => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    callback(null, addresses)
  }
  return { resolve, asked: () => asked }
}

const ask = (lookup: ReturnType<typeof checkedLookup>, all: boolean) =>
  new Promise((resolve, reject) =>
    lookup('shop.example.com', { all }, (error, found) => (error ? reject(error) : resolve(found))),
  )

describe('[#71] The lookup for a notification', () => {
  it('gives the addresses that may be posted to, and no other', async () => {
    const answer = ['10.0.0.1', '8.8.8.8', '::ffff:169.254.169.254', '2400:3200::1']
    const { resolve } = nameServer(answer, answer)
    expect(await ask(checkedLookup(resolve), true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2400:3200::1', family: 6 },
    ])
    expect(await ask(checkedLookup(resolve), false)).toBe('8.8.8.8')
  })

  it.each(['169.254.169.254', '192.168.0.1', 'fe80::1', '0.0.0.0'])('fails for %s', async (address) => {
    const { resolve } = nameServer([address])
    await expect(ask(checkedLookup(resolve), true)).rejects.toThrow(`address not allowed: ${address}`)
  })

  it('gives this machine only where no stranger can say so', async () => {
    const { resolve } = nameServer(['127.0.0.1'], ['127.0.0.1'])
    expect(await ask(checkedLookup(resolve), false)).toBe('127.0.0.1')
    sandboxState().token = 'x'
    await expect(ask(checkedLookup(resolve), false)).rejects.toThrow('address not allowed: 127.0.0.1')
  })

  it('is what the connection goes by: a name rebound after the check is not asked for again', async () => {
    const server = createServer((_request, response) => response.end('reached')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { resolve, asked } = nameServer(['127.0.0.1'], ['169.254.169.254'])
    const request = get(`http://rebound.example:${port}/`, { agent: false, lookup: checkedLookup(resolve) })
    const [response] = await once(request, 'response')
    expect(response.statusCode).toBe(200)
    expect(asked()).toBe(1)
    response.destroy()
    server.close()
  })
})

it.each([
  ['http://169.254.169.254/', '169.254.169.254'],
  ['http://2852039166/', '169.254.169.254'],
  ['http://0xa9fea9fe/', '169.254.169.254'],
  ['http://012.0.0.1/', '10.0.0.1'],
  ['http://0/', '0.0.0.0'],
  ['http://[::ffff:10.0.0.1]/', '::ffff:a00:1'],
  ['http://[fe80::1]/', 'fe80::1'],
  ['http://127.0.0.1:8080/', undefined],
  ['http://8.8.8.8/', undefined],
  ['http://shop.example.com/', undefined],
])('[#71] The address in %s that is not posted to is %s', (url, address) => {
  expect(forbiddenLiteral(url)).toBe(address)
})

it('[#71] The shop’s own host and port are posted to wherever they are', () => {
  sandboxState().homeHosts = ['192.168.1.5:3000']
  expect(forbiddenLiteral('http://192.168.1.5:3000/notify')).toBeUndefined()
  expect(forbiddenLiteral('http://192.168.1.5:5432/')).toBe('192.168.1.5')
})
