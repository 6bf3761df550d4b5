import { dictionary } from '@/lib/dictionary'

export const doctorWords = dictionary({
  zh: {
    title: '体检',
    again: '刷新本页再查一次；命令行是 npm run doctor。',
    remedy: '怎么办：',
  },
  en: {
    title: 'Doctor',
    again: 'Reload this page to look again; on the command line it is npm run doctor.',
    remedy: 'What to do: ',
  },
})
