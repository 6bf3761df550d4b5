import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { InfoPage } from '../info-page'
import { InfoPart } from '../info-part'
import { infoWords } from '../info-words'

export const generateMetadata = pageTitle(infoWords, 'privacy')

export default async function PrivacyPage() {
  const words = await wordsIn(infoWords)
  return (
    <InfoPage title={words.privacy}>
      {words.privacyParts.map((part) => (
        <InfoPart key={part.heading} {...part} />
      ))}
    </InfoPage>
  )
}
