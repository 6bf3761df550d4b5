import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  experimental: { authInterrupts: true }, // forbidden(), for app/merchant/require-merchant.ts
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' }, // nobody frames an order, or the cashier
      ],
    },
  ],
}

export default config
