import { dictionary, plural } from '@/lib/dictionary'

export const directPayWords = dictionary({
  zh: {
    title: '直接付款',
    intro: '填写付款说明和金额，前往支付宝收银台付款。',
    payee: '收款方',
    toMend: (count: number) => `有 ${count} 处填写有误，请修改后再付款。`,
    subject: '付款说明',
    subjectHint: '例如商品名称，最多 128 个汉字',
    amount: '付款金额（元）',
    amountHint: '例如 0.01，最多两位小数',
    remark: '备注',
    remarkHint: '选填，最多 200 个汉字',
    pay: '去支付宝付款',
    paying: '正在前往支付宝',
  },
  en: {
    title: 'Pay any amount',
    intro: 'Enter what you are paying for and the amount, and go on to Alipay to pay.',
    payee: 'Payee',
    toMend: (count) => `${plural(count, 'field')} to correct before you can pay.`,
    subject: 'What for',
    subjectHint: 'Such as the name of the goods, at most 256 characters',
    amount: 'Amount in yuan',
    amountHint: 'Such as 0.01, with at most two decimals',
    remark: 'Note',
    remarkHint: 'Optional, at most 400 characters',
    pay: 'Pay with Alipay',
    paying: 'Going to Alipay',
  },
})
