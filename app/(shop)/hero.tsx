import { ShopLink } from '@/app/ui/shop-link'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { homeWords } from './home-words'

/** The shop's face: one line, a large drawing, and how the money goes, which is why to buy here. */
export async function Hero() {
  const words = (await wordsIn(homeWords))[env().alipay.kind]
  return (
    <>
      <section className="grid items-center gap-4 pb-[clamp(2rem,4vw,4rem)] lg:grid-cols-[1fr_1.06fr] lg:gap-8">
        <div className="max-lg:order-2">
          <h1 className="text-hero tracking-wide">
            {words.claim.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </h1>
          <p className="mt-4 mb-6 max-w-[30em] text-[clamp(1rem,0.95rem+0.25vw,1.125rem)] leading-[1.8] text-muted">
            {words.lead}
          </p>
          <div className="flex flex-wrap gap-3">
            <ShopLink href="#all" className="button button-big max-sm:flex-auto">
              {words.browse}
            </ShopLink>
            <ShopLink href="#escrow" className="button-plain button-big max-sm:flex-auto">
              {words.how}
            </ShopLink>
          </div>
        </div>
        {/* eslint-disable-next-line @next/next/no-img-element -- a drawing, already small */}
        <img
          src="/pictures/hero.svg"
          alt={words.picture}
          width={640}
          height={460}
          fetchPriority="high"
          className="mx-auto w-full max-w-[27rem] lg:max-w-[42rem]"
        />
      </section>
      <ol id="escrow" className="grid scroll-mt-4 grid-cols-3 border-y border-line">
        {words.steps.map(({ picture, title, text }, index) => (
          <li
            key={title}
            className="relative flex items-center gap-2 px-1.5 py-4 first:pl-0 last:pr-0 max-md:flex-col max-md:text-center md:gap-4 md:px-[clamp(0.75rem,2.4vw,2.25rem)] md:py-6"
          >
            {index > 0 && (
              <span className="absolute top-12 -left-1 size-2 rotate-45 border-t-[1.5px] border-r-[1.5px] border-field-line md:top-1/2 md:-translate-y-1/2" />
            )}
            {/* eslint-disable-next-line @next/next/no-img-element -- a drawing, already small */}
            <img
              src={`/pictures/${picture}.svg`}
              alt=""
              width={120}
              height={96}
              className="w-[clamp(4.25rem,8vw,6.5rem)] flex-none"
            />
            <div>
              <b className="block leading-normal font-semibold max-md:text-[0.9375rem]">{title}</b>
              <span className="block text-tiny text-muted md:text-sm">{text}</span>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
