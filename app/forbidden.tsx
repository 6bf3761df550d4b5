import { ShopFrame } from './ui/shop-frame'

/** Status 403: signed in, but not as somebody who may see this. */
export default function Forbidden() {
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">您不能看这个页面</h1>
      <p className="mt-2 max-w-prose text-muted">
        您登录的账号不是店主的。要进后台，请先退出，再用店主的账号登录。
      </p>
      <form action="/merchant/sign-out" method="post" className="mt-6">
        <button className="button">退出</button>
      </form>
    </ShopFrame>
  )
}
