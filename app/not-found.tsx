import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { ShopFrame } from './ui/shop-frame'

export const metadata: Metadata = { title: '没有这个页面' }

export default async function NotFound() {
  await connection()
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">没有这个页面</h1>
      <p className="mt-2 max-w-prose text-muted">地址可能写错了，或者这件商品已经下架。</p>
      <Link href="/" className="button mt-6">
        去货架看看
      </Link>
    </ShopFrame>
  )
}
