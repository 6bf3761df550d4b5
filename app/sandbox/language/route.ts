import { changeLanguage } from '@/lib/language'
import { gatewayRoute } from '../sandbox-route'

/** The gateway is somebody else's site, and has a language switch of its own. */
export const POST = gatewayRoute(changeLanguage)
