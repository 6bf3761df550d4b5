import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { frameWords } from './frame-words'
import { LanguageSwitch } from './language-switch'
import { ShopLink } from './shop-link'
import { ShopName } from './shop-name'

/** The foot of a real shop. Contact and the record number are settings; what is not set is not shown. */
export async function ShopFooter() {
  const spoken = await language()
  const words = frameWords[spoken]
  const { sandbox, shop, alipay } = env()
  return (
    <footer className="mt-section border-t border-line text-sm text-muted print:hidden">
      <div className="wrap grid grid-cols-2 gap-x-4 gap-y-8 py-8 md:py-12 lg:grid-cols-[1.6fr_1fr_1fr_1.35fr] lg:gap-8">
        <div className="max-lg:col-span-2">
          <ShopLink href="/" className="text-ink">
            <ShopName />
          </ShopLink>
          <p className="mt-3 max-w-[30em]">
            {words.aboutShop}
            {spoken === 'zh' ? '' : ' '}
            {words.promise[alipay.kind]}
          </p>
        </div>
        <FooterLinks
          id="foot-shop"
          title={words.shopping}
          links={[
            ['/#all', words.allProducts],
            ['/cart', words.cart],
            ['/shipping', words.delivery],
            ['/direct-pay', words.directPay],
          ]}
        />
        <FooterLinks
          id="foot-help"
          title={words.help}
          links={[
            ['/#escrow', words.howToPay[alipay.kind]],
            ['/orders', words.orders],
            ['/account', words.account],
            ['/privacy', words.privacy],
          ]}
        />
        <div className="max-lg:col-span-2">
          <h2 className="mb-2 font-sans text-sm font-semibold tracking-normal text-ink">{words.contactUs}</h2>
          <ul className="space-y-2">
            {shop.wechat && <li>{words.wechat(shop.wechat)}</li>}
            {shop.phone && <li className="figures">{words.phone(shop.phone)}</li>}
            {shop.email && (
              <li>
                <a href={`mailto:${shop.email}`} className="hover:text-ink hover:underline">
                  {shop.email}
                </a>
              </li>
            )}
            <li>
              <ShopLink href="/contact" className="hover:text-ink hover:underline">
                {words.contact}
              </ShopLink>
            </li>
            <li>
              <ShopLink href="/about" className="hover:text-ink hover:underline">
                {words.about}
              </ShopLink>
            </li>
          </ul>
        </div>
      </div>
      <div className="wrap">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-line pt-4 pb-8 text-tiny">
          <span>
            © <span translate="no">{alipay.mainname}</span>
          </span>
          {shop.icp && (
            <a
              href="https://beian.miit.gov.cn/"
              rel="noopener noreferrer"
              lang="zh-CN"
              className="hover:underline"
            >
              {shop.icp}
            </a>
          )}
          {sandbox && (
            <ShopLink href="/learn" className="hover:text-ink hover:underline">
              {words.learn}
            </ShopLink>
          )}
          <div className="ml-auto">
            <LanguageSwitch />
          </div>
        </div>
      </div>
    </footer>
  )
}

interface FooterLinksProps {
  id: string
  title: string
  links: [href: string, label: string][]
}

const FooterLinks = ({ id, title, links }: FooterLinksProps) => (
  <nav aria-labelledby={id}>
    <h2 id={id} className="mb-2 font-sans text-sm font-semibold tracking-normal text-ink">
      {title}
    </h2>
    <ul className="space-y-2">
      {links.map(([href, label]) => (
        <li key={href}>
          <ShopLink href={href} className="hover:text-ink hover:underline">
            {label}
          </ShopLink>
        </li>
      ))}
    </ul>
  </nav>
)
