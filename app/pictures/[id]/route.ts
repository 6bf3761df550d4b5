import { findPicture } from '@/lib/catalog/save-picture'

/**
 * A picture that the merchant has put up. Whatever its bytes may also be, a browser takes them for a picture only: the
 * type is ours, next.config.ts forbids guessing another, and opened by itself it may do nothing.
 */
export async function GET(_: Request, { params }: RouteContext<'/pictures/[id]'>) {
  const picture = await findPicture((await params).id)
  if (!picture) return new Response('没有这张图片。\nThere is no such picture.\n', { status: 404 })
  return new Response(picture.bytes, {
    headers: {
      'content-type': picture.type,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable', // another picture gets another address
    },
  })
}
