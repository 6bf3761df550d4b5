import { type Env, env } from '../env'
import { remember } from '../remember'
import type { Gateway } from './gateway'
import { openGateway } from './open-gateway'
import { partnerGateway } from './partner-gateway'

/** The gateway of an account. */
export const gatewayOf = (alipay: Env['alipay']): Gateway =>
  alipay.kind === 'open' ? openGateway(alipay) : partnerGateway(alipay)

/** The gateway that the settings name. */
export const ownGateway = (): Gateway => remember('gateway', () => gatewayOf(env().alipay))
