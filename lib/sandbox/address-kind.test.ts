import { expect, it } from 'vitest'
import { addressKind, isPublicAddress } from './address-kind'

it.each([
  ['loopback', ['127.0.0.1', '127.255.0.9', '::1', '::ffff:127.0.0.1']],
  [
    'internal',
    [
      ...[
        '0.0.0.0',
        '10.1.2.3',
        '100.64.0.1',
        '169.254.169.254',
        '172.16.0.1',
        '172.31.255.255',
        '192.168.1.1',
      ],
      ...[
        '192.0.0.8',
        '198.18.0.1',
        '224.0.0.1',
        '255.255.255.255',
        '::',
        'fe80::1',
        'fe80::1%eth0',
        'fc00::1',
      ],
      ...[
        'fd12::1',
        'fec0::1',
        'ff02::1',
        '::ffff:10.0.0.1',
        '::ffff:a9fe:a9fe',
        '::ffff:8.8.8.8',
        '::10.0.0.1',
      ],
      ...['64:ff9b::a00:1', '2002:a00:1::', '2001:0:a00:1::1', 'localhost', '', '2130706433', '010.0.0.1'],
    ],
  ],
  ['public', ['8.8.8.8', '121.0.26.1', '172.32.0.1', '100.128.0.1', '2400:3200::1', '2a00:1450::1']],
] as const)('[#71] %s: %j', (kind, addresses) => {
  for (const address of addresses) expect([address, addressKind(address)]).toEqual([address, kind])
})

it('A buyer’s public address is a dotted IPv4 address', () => {
  expect(isPublicAddress('121.0.26.1')).toBe(true)
  for (const address of ['127.0.0.1', '192.168.1.1', '2400:3200::1', '1.2.3', 'x'])
    expect(isPublicAddress(address)).toBe(false)
})
