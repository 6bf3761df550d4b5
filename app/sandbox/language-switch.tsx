import { LANGUAGES, LOCALES } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { gatewayWords } from '@/app/sandbox/pages/gateway-words'

/** The same switch as on the gateway's plain HTML pages (gateway-page.ts). */
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
          {gatewayWords[current].otherLanguage}
        </button>
      ))}
    </form>
  )
}
