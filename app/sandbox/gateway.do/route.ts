import { acceptRequest } from '@/lib/sandbox/requests/accept-request'
import { frontDoor } from '../front-door'

/** The gateway's one address, for browsers and servers, by GET and POST (docs/protocol.md 1). */
const route = frontDoor(acceptRequest)
export { route as GET, route as POST }
