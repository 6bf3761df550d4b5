import type { MetadataRoute } from 'next'
import { SLUGS } from '@/app/(shop)/learn/texts'
import { listProducts } from '@/lib/catalog/products'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** The pages that robots.ts allows. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const products = await listProducts()
  const learn = ['', '/sign', '/errors', ...SLUGS.map((slug) => `/${slug}`)].map((path) => `/learn${path}`)
  const paths = [
    '/',
    '/about',
    '/contact',
    '/shipping',
    '/privacy',
    '/direct-pay',
    ...products.map(({ slug }) => `/products/${slug}`),
    ...learn,
  ]
  return paths.map((path) => ({ url: `${env().shopUrl}${path}` }))
}
