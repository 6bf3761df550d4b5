import { regionLine } from './divisions'
import type { Region } from './region'

/** To whom and where goods go, as typed at checkout and kept in the address book. Optional fields are ''. */
export interface Address extends Region {
  name: string
  mobile: string
  /** A landline; one of the two numbers is needed. */
  phone: string
  /** Road, number, building and room. */
  street: string
  zip: string
}

export const ADDRESS_FIELDS = [
  'name',
  'mobile',
  'province',
  'city',
  'district',
  'street',
  'phone',
  'zip',
] as const satisfies (keyof Address)[]

export const NO_ADDRESS: Readonly<Address> = {
  name: '',
  mobile: '',
  phone: '',
  province: '',
  city: '',
  district: '',
  street: '',
  zip: '',
}

/** The one line that the gateway and the carrier get (docs/protocol.md 2.2, receive_address). */
export const addressLine = (address: Region & Pick<Address, 'street'>) => regionLine(address) + address.street
