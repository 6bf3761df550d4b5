export interface Delivery {
  id: string
  notify_id: string
  url: string
  state: 'delivered' | 'waiting' | 'given_up'
  next_attempt: string | null
  /** The body of the notification, percent-encoded as posted. */
  message: string
  attempts: { time: string; status: number | null; body: string; fault: string | null; note: string | null }[]
}

export interface Trade {
  trade_no: string | null
  out_trade_no: string
  interface: 'partner' | 'open'
  app_id?: string
  trade_status: string | null
  refund_status: string | null
  total_fee: string
  subject: string
  buyer_email: string | null
  refund: { goods_received: boolean; asked: string; refunded: string } | null
  refunds: { out_request_no: string; amount: string; reason: string | null; time: string }[]
  shipment: { transport_type: string; logistics_name: string | null; invoice_no: string | null } | null
  timeout: { at: string; action: string } | null
  cashier_url: string
  return_url: string | null
  deliveries: Delivery[]
}

export interface Merchant {
  partner: string
  key?: string
  seller_email: string
  /** Of the open platform: 16 digits, and the public key in base64 of SPKI. */
  app_id?: string
  app_public_key?: string
  strict_time?: boolean
  services?: string[]
  charset?: string
  strict_urls?: boolean
  refundable?: boolean
  allowed_hosts: string[]
}

export type Action =
  | ('login' | 'pay' | 'change-price' | 'close' | 'ship' | 'extend' | 'confirm' | 'refund')
  | `refund-${'apply' | 'agree' | 'refuse' | 'return-goods' | 'receive-goods' | 'cancel'}`

/** A fault of the gateway; see lib/sandbox/faults/fault-kinds.ts. */
export interface Fault {
  kind: string
  /** trade_no or out_trade_no; any trade without it. */
  trade?: string
  times?: number
  chance?: number
  seed?: number
  [option: string]: string | number | undefined
}

/** What became due when the clock was moved. */
export interface ClockEvent {
  kind: 'delivery' | 'timeout'
  at: string
  trade: string
  what: string
}

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
    /** Makes a party act on a trade. */
    act: (number: string, action: Action, fields: object = {}) =>
      post<Trade>(`trades/${number}/${action}`, fields),
    /** Moves the clock ahead; resolves when everything that became due has been attempted. */
    advance: (duration: string) => post('clock', { advance: duration }),
    /** Moves the clock to the next delivery or timeout; returns it when it is done. */
    advanceToNext: async () =>
      (await post<{ event: ClockEvent | null }>('clock', { to: 'next-event' })).event,
    misbehave: (fault: Fault) => post<Fault & { done: string[] }>('faults', fault),
    faults: () => call<(Fault & { done: string[] })[]>('faults'),
    resend: (deliveryId: string) => post<{ state: string }>(`deliveries/${deliveryId}/resend`),
    /** Deletes trades and faults, and sets the clock to now. */
    reset: () => post('reset'),
    /** An application is told Alipay's public key. */
    register: (merchant: Merchant) =>
      post<{ alipay_public_key?: string }>('merchants', {
        services: ['create_partner_trade_by_buyer'],
        ...merchant,
      }),
  }
}
