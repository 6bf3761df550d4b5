import { LOCALES } from '@/lib/dictionary'
import { language } from '@/lib/language'

const NAMES = { zh: '中文', en: 'English' }

/** A button for the other language, labelled in that language. */
export async function LanguageSwitch() {
  const other = (await language()) === 'zh' ? 'en' : 'zh'
  return (
    <form action="/language" method="post">
      <button
        name="to"
        value={other}
        lang={LOCALES[other]}
        className="cursor-pointer py-1 underline underline-offset-2"
      >
        {NAMES[other]}
      </button>
    </form>
  )
}
