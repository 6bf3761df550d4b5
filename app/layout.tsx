import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { env } from '@/lib/env'
import './globals.css'

/** What holds for every page that says nothing else. The picture for shared links is app/opengraph-image.png. */
export function generateMetadata(): Metadata {
  const { shopUrl, alipay } = env()
  const description = `${alipay.mainname}用支付宝担保交易收款：货款先由支付宝保管，您确认收货后才付给卖家。`
  return {
    metadataBase: new URL(shopUrl),
    title: { default: alipay.mainname, template: `%s · ${alipay.mainname}` },
    description,
    alternates: { canonical: './' }, // the page's own address, without its query
    openGraph: { type: 'website', locale: 'zh_CN', siteName: alipay.mainname, url: './' },
    formatDetection: { telephone: false }, // order numbers are none
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#161917' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  )
}
