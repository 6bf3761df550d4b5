import { acceptQuestion } from '@/lib/sandbox/requests/accept-request'
import { frontDoor } from '../../front-door'

/** The older address of notify_verify, without a service (docs/protocol.md 1). */
const route = frontDoor(acceptQuestion)
export { route as GET, route as POST }
