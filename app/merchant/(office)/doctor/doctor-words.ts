import { dictionary } from '@/lib/dictionary'

export const doctorWords = dictionary({
  zh: {
    title: '体检',
    verdicts: {
      ok: '一切正常；标“需人工确认”的，程序无法检查。',
      warning: '可以使用，但有警告，请看下面标“警告”的。',
      error: '有错误，订单可能收不到款：请先修改下面标“错误”的。',
    },
    again: '刷新页面可以重新检查；命令行是 npm run doctor。',
    remedy: '解决办法：',
    fine: (count: number) => `${count} 项正常`,
    learn: '这一项检查什么',
  },
  en: {
    title: 'Doctor',
    verdicts: {
      ok: 'All is well. No program can check what is marked “check by hand”.',
      warning: 'It works, but there are warnings, marked “warning” below.',
      error: 'There are errors, and payments may be missed: first fix what is marked “error” below.',
    },
    again: 'Reload this page to check again; on the command line, run npm run doctor.',
    remedy: 'What to do: ',
    fine: (count) => `${count} ok`,
    learn: 'What this check is about',
  },
})
