import { findUnreadiness } from '@/lib/readiness'
import { healthAnswer } from '../health-answer'

export const dynamic = 'force-dynamic'

/** This process can serve: the database answers and has this program's migrations. A balancer sends it requests only then. */
export const GET = async () => healthAnswer(await findUnreadiness())
