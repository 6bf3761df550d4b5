export interface Delivery {
  id: string
  notify_id: string
  url: string
  state: 'delivered' | 'waiting' | 'given_up'
  next_attempt: string | null
  /** The body of the notification, percent-encoded as it is posted. */
  message: string
  attempts: { time: string; status: number | null; body: string }[]
}

export interface Trade {
  trade_no: string | null
  out_trade_no: string
  trade_status: string | null
  refund_status: string | null
  total_fee: string
  subject: string
  buyer_email: string | null
  cashier_url: string
  return_url: string | null
  deliveries: Delivery[]
}

export interface Merchant {
  partner: string
  key: string
  seller_email: string
  charset?: string
  allowed_hosts: string[]
}

export type Action =
  | ('login' | 'pay' | 'close' | 'ship' | 'confirm' | 'change-price')
  | `refund-${'apply' | 'agree' | 'refuse' | 'return-goods' | 'receive-goods' | 'cancel'}`

export type Sandbox = ReturnType<typeof sandboxAt>

/** The control API of the gateway of this server. */
export function sandboxAt(origin: string) {
  const call = async <Answer>(path: string, init: RequestInit = {}) => {
    const response = await fetch(`${origin}/sandbox/api/${path}`, init)
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
  const post = <Answer>(path: string, fields: object = {}) =>
    call<Answer>(path, { method: 'POST', body: JSON.stringify(fields) })
  return {
    origin,
    gatewayUrl: `${origin}/sandbox/gateway.do`,
    /** By trade_no or out_trade_no. */
    trade: (number: string) => call<Trade>(`trades/${number}`),
    logIn: (number: string) => post<Trade>(`trades/${number}/login`),
    pay: (number: string) => post<Trade>(`trades/${number}/pay`),
    /** What a party does to a trade. */
    act: (number: string, action: Action, fields: object = {}) =>
      post<Trade>(`trades/${number}/${action}`, fields),
    /** Moves the clock ahead; answers when all that fell due has been attempted. */
    advance: (duration: string) => post('clock', { advance: duration }),
    resend: (deliveryId: string) => post<{ state: string }>(`deliveries/${deliveryId}/resend`),
    register: (merchant: Merchant) =>
      post('merchants', { services: ['create_partner_trade_by_buyer'], ...merchant }),
  }
}
