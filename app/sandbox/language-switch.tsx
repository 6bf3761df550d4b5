import { LOCALES } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { gatewayWords } from '@/app/sandbox/pages/gateway-words'

/** The same switch as on the gateway's plain HTML pages (gateway-page.ts). */
export async function LanguageSwitch() {
  const current = await language()
  const other = current === 'zh' ? 'en' : 'zh'
  return (
    <form action="/sandbox/language" method="post">
      <button
        name="to"
        value={other}
        lang={LOCALES[other]}
        className="cursor-pointer py-1 text-gate underline underline-offset-2"
      >
        {gatewayWords[current].otherLanguage}
      </button>
    </form>
  )
}
