import { LANGUAGES, LOCALES } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { gateWords } from '@/app/sandbox/pages/gateway-words'

/** As on the gateway's own pages (app/sandbox/pages/gateway-page.ts). */
export async function LanguageSwitch() {
  const current = await language()
  return (
    <form action="/sandbox/language" method="post">
      {LANGUAGES.filter((other) => other !== current).map((other) => (
        <button
          key={other}
          name="to"
          value={other}
          lang={LOCALES[other]}
          className="cursor-pointer py-1 text-gate underline underline-offset-2"
        >
          {gateWords[current].otherLanguage}
        </button>
      ))}
    </form>
  )
}
