import { rawQuery } from '@/lib/raw-target'
import { gatewayRoute } from '../../sandbox-route'
import { verifyAnswer } from '../../verify-answer'

/** The older address of notify_verify, without a service (docs/protocol.md 1). */
export const GET = gatewayRoute(async (request) => verifyAnswer(new URLSearchParams(rawQuery(request))))
