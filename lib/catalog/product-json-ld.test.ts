import { expect, test } from 'vitest'
import { productJsonLd } from './product-json-ld'

const TEA = {
  slug: 'longjing',
  name: '龙井',
  description: '一斤',
  pictures: ['/pictures/longjing.svg', '/pictures/longjing-tin.svg'],
  variants: [
    { name: '一两', priceFen: 1, stock: 3 },
    { name: '', priceFen: 12_00, stock: 0 },
  ],
}

test('a product is told with absolute addresses, prices in yuan, and what is in stock', () => {
  expect(JSON.parse(productJsonLd(TEA, 'https://shop.example.com'))).toMatchObject({
    '@type': 'Product',
    url: 'https://shop.example.com/products/longjing',
    image: [
      'https://shop.example.com/pictures/longjing.svg',
      'https://shop.example.com/pictures/longjing-tin.svg',
    ],
    offers: [
      { name: '一两', price: '0.01', priceCurrency: 'CNY', availability: 'https://schema.org/InStock' },
      { price: '12.00', availability: 'https://schema.org/OutOfStock' },
    ],
  })
  expect(productJsonLd({ ...TEA, pictures: [] }, 'https://shop.example.com')).not.toContain('image')
})

test('[#65] no name of a product can end the script element that it stands in', () => {
  const name = '</script><script>alert(1)</script><!--'
  const text = productJsonLd({ ...TEA, name }, 'https://shop.example.com')
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toMatchObject({ name })
})
