import type { ReactNode } from 'react'
import { connection } from 'next/server'
import { pageTitle } from '@/app/ui/page-title'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { InfoPage } from '../info-page'
import { infoWords } from '../info-words'

export const generateMetadata = pageTitle(infoWords, 'contact')

export default async function ContactPage() {
  await connection()
  const words = await wordsIn(infoWords)
  const { email, phone, wechat } = env().shop
  const hasContact = [email, phone, wechat].some(Boolean)
  return (
    <InfoPage title={words.contact}>
      <p>{hasContact ? words.contactText : words.noContact}</p>
      {hasContact && (
        <dl className="card grid grid-cols-[max-content_1fr] gap-x-6 gap-y-2 p-5">
          {wechat && <Fact name={words.wechat}>{wechat}</Fact>}
          {phone && (
            <Fact name={words.phone}>
              <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className="link">
                {phone}
              </a>
            </Fact>
          )}
          {email && (
            <Fact name={words.email}>
              <a href={`mailto:${email}`} className="link">
                {email}
              </a>
            </Fact>
          )}
        </dl>
      )}
    </InfoPage>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="[overflow-wrap:anywhere]">{children}</dd>
  </>
)
