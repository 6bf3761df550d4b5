import { connection } from 'next/server'
import { pageTitle } from '@/app/ui/page-title'
import { FREE_FROM_FEN } from '@/lib/catalog/postage'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { InfoPage } from '../info-page'
import { InfoPart } from '../info-part'
import { infoWords } from '../info-words'

export const generateMetadata = pageTitle(infoWords, 'shipping')

export default async function ShippingPage() {
  await connection()
  const words = await wordsIn(infoWords)
  return (
    <InfoPage title={words.shipping}>
      {[...words.shippingParts(FREE_FROM_FEN), words.returns[env().alipay.kind]].map((part) => (
        <InfoPart key={part.heading} {...part} />
      ))}
    </InfoPage>
  )
}
