import type { NextConfig } from 'next'

// For every answer. What differs from page to page or between shops, lib/before-next.ts sets.
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY', // against clickjacking of an order or the cashier
  'Referrer-Policy': 'strict-origin-when-cross-origin', // the gateway wants to see which shop a buyer comes from
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin', // no other site loads an order into its own process
}

// One person's pages, and the sandbox. robots.txt asks crawlers to stay away; this also stops those that follow a link.
const PRIVATE = '/:room(account|api|cart|checkout|merchant|orders|sandbox)/:path*'

// May be shown on other sites, too.
const PICTURES = { 'Cross-Origin-Resource-Policy': 'cross-origin' }
// The handler of an uploaded picture sets its own Cache-Control.
const DRAWN = { 'Cache-Control': 'public, max-age=3600' }

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true }, // closes /_next/image, which would scale pictures for anyone
  typescript: { ignoreBuildErrors: true }, // `npm test` checks the types; here it would be a third of the first start
  experimental: {
    authInterrupts: true, // forbidden(), for app/merchant/require-merchant.ts
    globalNotFound: true, // app/global-not-found.tsx
  },
  turbopack: {
    // the texts of the tutorial, with the code that they show
    rules: { '*.mdx': { loaders: ['./scripts/learn/loader.cjs'], as: '*.js' } },
    // the workbench of /learn/sign signs in the browser by the functions of lib/alipay
    resolveAlias: { 'iconv-lite': { browser: './app/(shop)/learn/sign/browser/iconv.ts' } },
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
