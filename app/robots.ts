import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic' // SHOP_URL is known at run time only

/** Search engines index the shelf and the products, not personal pages and not the sandbox. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: [
        ...['/account', '/api/', '/cart', '/checkout', '/merchant', '/orders', '/sandbox/'],
        ...['/healthz', '/readyz'],
      ],
    },
    sitemap: `${env().shopUrl}/sitemap.xml`,
  }
}
