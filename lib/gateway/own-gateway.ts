import { env } from '../env'
import { remember } from '../remember'
import type { Gateway } from './gateway'
import { partnerGateway } from './partner-gateway'

/** The gateway that the settings name. */
export const ownGateway = (): Gateway => remember('gateway', () => partnerGateway(env().alipay))
