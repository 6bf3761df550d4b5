import { FaultOrder } from '@/lib/sandbox/faults/fault-kinds'
import { addFault, clearFaults, describeFault, listFaults } from '@/lib/sandbox/faults/fault-queue'
import { answer, controlRoute, readFields } from '../../sandbox-route'

export const GET = controlRoute(async () => Response.json((await listFaults()).map(describeFault)))

export const POST = controlRoute(async (request) => {
  const order = FaultOrder.parse(await readFields(request))
  return answer(request, describeFault(await addFault(order)))
})

export const DELETE = controlRoute(async () => Response.json({ cleared: await clearFaults() }))
