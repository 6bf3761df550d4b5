import type { NextConfig } from 'next'

// For every answer. What differs from page to page or between shops, proxy.ts sets.
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY', // nobody frames an order, or the cashier
  'Referrer-Policy': 'strict-origin-when-cross-origin', // the gateway wants to see which shop a buyer comes from
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

const config: NextConfig = {
  poweredByHeader: false,
  experimental: { authInterrupts: true }, // forbidden(), for app/merchant/require-merchant.ts
  headers: async () => [
    { source: '/:path*', headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })) },
  ],
}

export default config
