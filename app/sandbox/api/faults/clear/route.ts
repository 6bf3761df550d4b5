import { clearFaults } from '@/lib/sandbox/faults/fault-queue'
import { answer, controlRoute } from '../../../sandbox-route'

/** DELETE /sandbox/api/faults for forms, which can only post. */
export const POST = controlRoute(async (request) => answer(request, { cleared: await clearFaults() }))
