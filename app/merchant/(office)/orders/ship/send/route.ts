import { again } from '@/app/forms/flash'
import { merchantRoute } from '@/app/merchant/merchant-route'
import { readWaybills } from '@/lib/checkout/read-waybills'
import { shipMany } from '@/lib/checkout/ship-many'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { seeOther } from '@/lib/see-other'
import { linesAgain, typedWaybills } from '../typed-waybills'

const PAGE = '/merchant/orders/ship'

/** Ships what was previewed: 303 to the result of each line, with the lines that are left in the form. */
export const POST = merchantRoute(
  async ({ field }) => {
    const typed = typedWaybills(field)
    const read = readWaybills(typed.lines)
    if (!read.ok) return again(PAGE, typed)
    const results = await shipMany(read.lines, typed.carrier, ownGateway())
    return again(PAGE, { ...typed, lines: linesAgain(results), results })
  },
  { tooBig: () => seeOther(`${PAGE}?problem=too_many`) },
)
