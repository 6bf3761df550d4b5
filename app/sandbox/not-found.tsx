import Link from 'next/link'

/** In the sandbox's own frame: what was not found is a trade, which a reset of the sandbox takes away. */
export default function SandboxNotFound() {
  return (
    <section className="mx-auto max-w-xl border border-gate-line bg-gate-card p-8">
      <h1 className="text-xl font-semibold text-gate">沙箱里没有这笔交易</h1>
      <p className="mt-3">地址可能写错了，或者沙箱清空过。要付款，请回到商户的订单页面，重新去付款。</p>
      <p className="mt-3">
        <Link href="/sandbox/console" className="text-gate underline underline-offset-2">
          控制台里有全部交易
        </Link>
      </p>
    </section>
  )
}
