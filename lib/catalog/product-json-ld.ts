import { formatYuan } from '../alipay/money'

interface Product {
  slug: string
  name: string
  description: string
  /** Paths of this shop. */
  pictures: string[]
  variants: { name: string; priceFen: number; stock: number }[]
}

/**
 * A product for search engines (schema.org Product), as the text of a `<script type="application/ld+json">`, which is data
 * and allowed by the content security policy. It holds no `<`, so that no name can end the script. `shopUrl` is the origin
 * of the shop.
 */
export function productJsonLd(product: Product, shopUrl: string): string {
  const url = `${shopUrl}/products/${product.slug}`
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.description,
    url,
    image: product.pictures.length > 0 ? product.pictures.map((path) => shopUrl + path) : undefined,
    offers: product.variants.map(({ name, priceFen, stock }) => ({
      '@type': 'Offer',
      name: name || undefined,
      url,
      price: formatYuan(priceFen),
      priceCurrency: 'CNY',
      availability: `https://schema.org/${stock > 0 ? 'InStock' : 'OutOfStock'}`,
    })),
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
