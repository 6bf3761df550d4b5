import { changeLanguage } from '@/lib/language'
import { gatewayRoute } from '../sandbox-route'

/** The gateway plays another site, so it has a language switch of its own. */
export const POST = gatewayRoute(changeLanguage)
