import type { Device } from '../gateway/gateway'

/** Whether a browser is on a phone, by what it says of itself. A tablet is a desktop: Alipay's page for it is the wide one. */
export function deviceOf(headers: Headers): Device {
  const hint = headers.get('sec-ch-ua-mobile')
  if (hint !== null) return hint === '?1' ? 'phone' : 'desktop'
  const agent = headers.get('user-agent') ?? ''
  return /\biPhone\b|\biPod\b|\bAndroid\b.*\bMobile\b|\bWindows Phone\b|\bHarmonyOS\b.*\bMobile\b/.test(agent)
    ? 'phone'
    : 'desktop'
}
