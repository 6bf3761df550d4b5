import { recover } from '@/lib/sandbox/delivery/delivery-queue'
import { answer, controlRoute } from '../../sandbox-route'

/** 申请故障恢复 (docs/spec.md F14). */
export const POST = controlRoute(async (request) => answer(request, { sent: await recover() }))
