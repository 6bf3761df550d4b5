import Link from 'next/link'

export const BackToAccount = () => (
  <p className="text-center">
    <Link href="/account" prefetch={false} className="text-accent underline underline-offset-2">
      回到我的账号
    </Link>
  </p>
)
