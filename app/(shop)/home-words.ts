import { dictionary } from '@/lib/dictionary'

interface Face {
  /** The lines of the claim. */
  claim: string[]
  lead: string
  browse: string
  how: string
  picture: string
  /** Pictures are files of public/pictures. */
  steps: { picture: string; title: string; text: string }[]
}

interface HomeWords {
  /** With the escrow of the partner interface. */
  partner: Face
  /** With the open platform, which pays the seller at once. */
  open: Face
  chosen: string
  all: (count: number) => string
  seeThis: string
}

export const homeWords = dictionary<HomeWords>({
  zh: {
    partner: {
      claim: ['货到手，', '钱才付给我们。'],
      lead: '明前龙井、武夷岩茶、宜兴小壶。每一单都走支付宝担保交易：货款先由支付宝保管，您确认收货，我们才收到钱。',
      browse: '去逛逛',
      how: '担保交易怎么付款',
      picture: '远山前的一只白瓷盖碗和一杯冒着热气的茶',
      steps: [
        { picture: 'step-pay', title: '您付款', text: '货款进入支付宝，不是我们的口袋' },
        { picture: 'step-hold', title: '支付宝保管', text: '我们发货，包裹一路可查' },
        { picture: 'step-release', title: '您确认收货', text: '茶没问题，这笔钱才付给我们' },
      ],
    },
    open: {
      claim: ['一壶好茶，', '慢慢挑。'],
      lead: '明前龙井、武夷岩茶、宜兴小壶。用支付宝付款，我们发货，包裹一路可查；收到不满意，可以申请退款。',
      browse: '去逛逛',
      how: '怎么付款和退款',
      picture: '远山前的一只白瓷盖碗和一杯冒着热气的茶',
      steps: [
        { picture: 'step-pay', title: '您付款', text: '在支付宝的页面上付款' },
        { picture: 'step-hold', title: '我们发货', text: '包裹一路可查' },
        { picture: 'step-release', title: '您收货', text: '不满意可以申请退款，原路退回' },
      ],
    },
    chosen: '店主推荐',
    all: (count: number) => `全部 ${count} 件商品`,
    seeThis: '看看这一款',
  },
  en: {
    partner: {
      claim: ['Your tea arrives.', 'Then we get paid.'],
      lead: 'Longjing picked before Qingming, rock oolong, teapots of Yixing clay. Every order is paid into escrow: Alipay keeps your money until you say that the goods are here.',
      browse: 'Browse the shop',
      how: 'How escrow works',
      picture: 'A porcelain gaiwan and a steaming cup before distant hills',
      steps: [
        { picture: 'step-pay', title: 'You pay', text: 'Into Alipay, not into our pocket' },
        { picture: 'step-hold', title: 'Alipay holds it', text: 'We ship; you track the parcel' },
        { picture: 'step-release', title: 'You confirm', text: 'Only then is the money released' },
      ],
    },
    open: {
      claim: ['Good tea,', 'chosen slowly.'],
      lead: 'Longjing picked before Qingming, rock oolong, teapots of Yixing clay. Pay by Alipay and track the parcel; if the goods are not right, ask for a refund.',
      browse: 'Browse the shop',
      how: 'Payment and refunds',
      picture: 'A porcelain gaiwan and a steaming cup before distant hills',
      steps: [
        { picture: 'step-pay', title: 'You pay', text: 'On Alipay’s own page' },
        { picture: 'step-hold', title: 'We ship', text: 'You track the parcel' },
        { picture: 'step-release', title: 'You receive', text: 'Not right? Ask for a refund' },
      ],
    },
    chosen: 'Our choice',
    all: (count) => `All ${count} products`,
    seeThis: 'See this one',
  },
})
