import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { InfoPage } from '../info-page'
import { infoWords } from '../info-words'

export const generateMetadata = pageTitle(infoWords, 'about')

export default async function AboutPage() {
  const words = await wordsIn(infoWords)
  return (
    <InfoPage title={words.about}>
      {words.aboutText.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </InfoPage>
  )
}
