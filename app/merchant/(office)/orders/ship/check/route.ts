import { again } from '@/app/forms/flash'
import { merchantRoute } from '@/app/merchant/merchant-route'
import { seeOther } from '@/lib/see-other'
import { typedWaybills } from '../typed-waybills'

const PAGE = '/merchant/orders/ship'

/** 303 to the preview of what was pasted, which changes nothing. */
export const POST = merchantRoute(async ({ field }) => again(PAGE, typedWaybills(field)), {
  tooBig: () => seeOther(`${PAGE}?problem=too_many`),
})
