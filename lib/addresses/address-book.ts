import { db } from '../db'
import { isUuid } from '../uuid'
import type { Address } from './address'

/** Most addresses of one account. */
export const MOST_ADDRESSES = 20

export interface SavedAddress extends Address {
  id: string
}

const select = {
  id: true,
  name: true,
  mobile: true,
  phone: true,
  province: true,
  city: true,
  district: true,
  street: true,
  zip: true,
} as const satisfies Record<keyof SavedAddress, true>

/** An account's addresses. The first is the default: the one chosen last, or without a choice the latest. */
export function listAddresses(userId: string): Promise<SavedAddress[]> {
  return db().address.findMany({
    where: { userId },
    select,
    orderBy: [{ chosenAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'asc' }],
    take: MOST_ADDRESSES,
  })
}

/** An address of this account, or null: another account's address counts as missing. The id is untrusted. */
export async function findAddress(userId: string, id: string): Promise<SavedAddress | null> {
  return isUuid(id) ? db().address.findFirst({ where: { id, userId }, select }) : null
}

/** Keeps a new address, unless it is there already or the book is full. */
export async function addAddress(userId: string, address: Address): Promise<{ kind: 'done' | 'full' }> {
  const data = fieldsOf(address)
  if ((await db().address.count({ where: { userId, ...data } })) > 0) return { kind: 'done' }
  if ((await db().address.count({ where: { userId } })) >= MOST_ADDRESSES) return { kind: 'full' }
  await db().address.create({ data: { userId, ...data } })
  return { kind: 'done' }
}

/** `not_there`: the account has no such address. */
type Changed = Promise<{ kind: 'done' | 'not_there' }>

export async function changeAddress(userId: string, id: string, address: Address): Changed {
  return changed(await db().address.updateMany({ where: { id, userId }, data: fieldsOf(address) }))
}

export async function makeDefault(userId: string, id: string): Changed {
  return changed(await db().address.updateMany({ where: { id, userId }, data: { chosenAt: new Date() } }))
}

export async function deleteAddress(userId: string, id: string): Changed {
  return changed(await db().address.deleteMany({ where: { id, userId } }))
}

const changed = ({ count }: { count: number }) => ({ kind: count === 1 ? 'done' : 'not_there' }) as const

/** The fields of an address, without the other members of the object: an allowlist against mass assignment. */
const fieldsOf = ({ name, mobile, phone, province, city, district, street, zip }: Address): Address => ({
  name,
  mobile,
  phone,
  province,
  city,
  district,
  street,
  zip,
})
