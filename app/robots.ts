import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic' // the shop's address is known when it runs, not when it is built

/** Search engines see the shelf and the products; what is one person's, or a pretend gateway's, they leave alone. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/account', '/api/', '/cart', '/checkout', '/merchant', '/orders', '/sandbox/'],
    },
    sitemap: `${env().shopUrl}/sitemap.xml`,
  }
}
