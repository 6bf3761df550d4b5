import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { LOCALES } from '@/lib/dictionary'
import { env } from '@/lib/env'
import { language, wordsIn } from '@/lib/language'
import { latin, latinMarks } from './fonts/fonts'
import './globals.css'
import { frameWords } from './ui/frame-words'

/** The metadata of pages without their own. The picture for shared links is app/opengraph-image.png. */
export async function generateMetadata(): Promise<Metadata> {
  const spoken = await language()
  const { shopUrl, alipay } = env()
  const description = `${alipay.mainname} · ${frameWords[spoken].promise[alipay.kind]}`
  return {
    metadataBase: new URL(shopUrl),
    title: { default: alipay.mainname, template: `%s · ${alipay.mainname}` },
    description,
    alternates: { canonical: './' }, // the page's own address, without its query
    openGraph: {
      type: 'website',
      locale: LOCALES[spoken].replace('-', '_'),
      siteName: alipay.mainname,
      url: './',
    },
    formatDetection: { telephone: false }, // order numbers would be taken for telephone numbers
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#161917' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await wordsIn(LOCALES)} className={`${latin.variable} ${latinMarks.variable}`}>
      <body>{children}</body>
    </html>
  )
}
