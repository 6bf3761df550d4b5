import type { NextConfig } from 'next'

// For every answer. What differs from page to page or between shops, proxy.ts sets.
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY', // nobody frames an order, or the cashier
  'Referrer-Policy': 'strict-origin-when-cross-origin', // the gateway wants to see which shop a buyer comes from
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin', // no other site loads an order into its own process
}

// What is one person's, or a pretend gateway's. robots.txt asks to stay away; this keeps out who came by a link.
const PRIVATE = '/:room(account|api|cart|checkout|merchant|orders|sandbox)/:path*'

// For everybody, on other sites too.
const PICTURES = { 'Cross-Origin-Resource-Policy': 'cross-origin' }
// An uploaded picture has an address of its own and says for itself how long it may be kept.
const DRAWN = { 'Cache-Control': 'public, max-age=3600' }

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true }, // pictures are served as they are: closes /_next/image, which would scale them for anybody
  experimental: {
    authInterrupts: true, // forbidden(), for app/merchant/require-merchant.ts
    // What Next keeps of a body for proxy.ts: the longest form that is read (lib/read-form.ts) and one chunk of 64 KB
    // more, so that the reader still sees that a longer one is too long.
    proxyClientMaxBodySize: '192kb',
  },
  headers: async () => [
    { source: '/:path*', headers: pairs(HEADERS) },
    { source: PRIVATE, headers: pairs({ 'X-Robots-Tag': 'noindex' }) },
    { source: '/:picture(pictures/.*|opengraph-image\\.png)', headers: pairs(PICTURES) },
    { source: '/:picture(pictures/.*\\.svg|opengraph-image\\.png)', headers: pairs(DRAWN) },
  ],
}

function pairs(headers: Record<string, string>) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }))
}

export default config
