import { dictionary, plural } from '@/lib/dictionary'

export const directPayWords = dictionary({
  zh: {
    title: '直接付款',
    intro: '写好买什么、付多少，就去支付宝收银台。',
    payee: '收款方',
    toMend: (count: number) => `有 ${count} 处要改，改好后再去付款。`,
    subject: '商品名称',
    subjectHint: '最多 128 个汉字',
    amount: '付款金额（元）',
    amountHint: '例如 0.01，最多两位小数',
    remark: '备注',
    remarkHint: '可以不填，最多 200 个汉字',
    pay: '去支付宝付款',
  },
  en: {
    title: 'Direct payment',
    intro: 'Write down what you buy and how much you pay, and go on to Alipay’s cashier.',
    payee: 'Payee',
    toMend: (count) => `${plural(count, 'field')} to correct before you can pay.`,
    subject: 'What for',
    subjectHint: 'At most 256 characters',
    amount: 'Amount in yuan',
    amountHint: 'Such as 0.01, with at most two decimals',
    remark: 'Remark',
    remarkHint: 'Optional, at most 400 characters',
    pay: 'Pay with Alipay',
  },
})
