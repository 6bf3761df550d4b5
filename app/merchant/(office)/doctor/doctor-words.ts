import { dictionary } from '@/lib/dictionary'

export const doctorWords = dictionary({
  zh: {
    title: '体检',
    verdicts: {
      ok: '没有发现错误；标“要人看”的，程序查不了。',
      warning: '能用，但是有警告，请看下面标“警告”的。',
      error: '有错误，订单可能收不到款：先改下面标“错误”的。',
    },
    again: '刷新本页再查一次；命令行是 npm run doctor。',
    remedy: '怎么办：',
    learn: '这一项查的是什么',
  },
  en: {
    title: 'Doctor',
    verdicts: {
      ok: 'Nothing is wrong. What is marked “to look up” no program can check.',
      warning: 'It works, but there are warnings: see what is marked “warning” below.',
      error: 'Something is wrong, and payments may be missed: correct what is marked “error” below first.',
    },
    again: 'Reload this page to look again; on the command line it is npm run doctor.',
    remedy: 'What to do: ',
    learn: 'What this check is about',
  },
})
