import type { Metadata } from 'next'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { Missing } from './(shop)/missing'
import RootLayout, { generateMetadata as shared } from './layout'
import { errorWords } from './ui/error-words'
import { ShopFrame } from './ui/shop-frame'

export { viewport } from './layout'

export const generateMetadata = async (): Promise<Metadata> => ({
  ...(await shared()),
  title: `${(await wordsIn(errorWords)).notFound} · ${env().alipay.mainname}`,
})

/** Every address that nothing answers. Next renders it for these alone, and without the layouts. */
export default function GlobalNotFound() {
  return (
    <RootLayout>
      <ShopFrame>
        <Missing />
      </ShopFrame>
    </RootLayout>
  )
}
