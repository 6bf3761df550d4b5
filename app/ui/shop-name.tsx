import { env } from '@/lib/env'

/** The shop's mark and name. The mark is public/pictures/seal.svg. */
export const ShopName = ({ className = '' }: { className?: string }) => (
  <span
    translate="no"
    className={`inline-flex min-w-0 items-center gap-2 font-serif text-lg leading-none font-bold tracking-wider sm:gap-2.5 sm:text-xl ${className}`}
  >
    {/* eslint-disable-next-line @next/next/no-img-element -- a drawing, already small */}
    <img
      src="/pictures/seal.svg"
      alt=""
      width={30}
      height={30}
      className="size-[1.625rem] flex-none sm:size-[1.875rem]"
    />
    <span className="truncate py-1">{env().alipay.mainname}</span>
  </span>
)
