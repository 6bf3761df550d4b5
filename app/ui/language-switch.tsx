import { LANGUAGES, LOCALES } from '@/lib/dictionary'
import { language } from '@/lib/language'

const NAMES = { zh: '中文', en: 'English' }

/** A button for the other language, labelled in that language. */
export async function LanguageSwitch() {
  const current = await language()
  return (
    <form action="/language" method="post">
      {LANGUAGES.filter((other) => other !== current).map((other) => (
        <button
          key={other}
          name="to"
          value={other}
          lang={LOCALES[other]}
          className="cursor-pointer py-1 underline underline-offset-2"
        >
          {NAMES[other]}
        </button>
      ))}
    </form>
  )
}
