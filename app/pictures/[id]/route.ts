import { findPicture } from '@/lib/catalog/save-picture'

/**
 * An uploaded picture in one of its sizes. Its bytes cannot act as anything else: the type is the shop's, next.config.ts
 * forbids sniffing, and opened by itself it is sandboxed.
 */
export async function GET(_: Request, { params }: RouteContext<'/pictures/[id]'>) {
  const picture = await findPicture((await params).id)
  if (!picture) return new Response('没有这张图片。\nThere is no such picture.\n', { status: 404 })
  return new Response(picture.bytes, {
    headers: {
      'content-type': picture.type,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable', // the address is a digest of what was uploaded
    },
  })
}
