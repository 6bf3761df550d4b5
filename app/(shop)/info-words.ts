import { yuan } from '@/app/ui/format'
import { dictionary } from '@/lib/dictionary'

interface Part {
  heading: string
  lines: string[]
}

interface InfoWords {
  about: string
  aboutText: string[]
  contact: string
  contactText: string
  noContact: string
  email: string
  phone: string
  wechat: string
  shipping: string
  shippingParts: (freeFromFen: number) => Part[]
  /** With the escrow of the partner interface, and with the open platform. */
  returns: { partner: Part; open: Part }
  privacy: string
  privacyParts: Part[]
}

/** The pages about the shop: yours to rewrite. */
export const infoWords = dictionary<InfoWords>({
  zh: {
    about: '关于我们',
    aboutText: [
      '一间小茶铺，卖茶，也卖泡茶的器具。每一款都由店主自己喝过、用过，才放上来。',
      '店里的图是一笔一笔画的，红色的小印是我们的记号。',
    ],
    contact: '联系我们',
    contactText: '订单、发货、退款有问题，都可以找我们。请带上订单号，我们查得快一些。',
    noContact: '店主还没有填写联系方式。',
    email: '邮箱',
    phone: '电话',
    wechat: '微信',
    shipping: '配送与退换',
    shippingParts: (freeFromFen) => [
      {
        heading: '配送',
        lines: [
          `满 ${yuan(freeFromFen)} 快递包邮；不满的，结算时写明运费。`,
          '发货后，订单页上有快递公司和运单号，可以直接查物流。',
          '电子礼品卡不用寄，付款后自动发货。',
        ],
      },
    ],
    returns: {
      partner: {
        heading: '退款',
        lines: [
          '货款由支付宝保管。确认收货之前，可以在支付宝的交易页面申请退款。',
          '我们同意后，货款从支付宝原路退回；要退货的，请先把商品寄回。',
          '确认收货之后想退，请先联系我们。',
        ],
      },
      open: {
        heading: '退款',
        lines: [
          '付款以后，在订单页上可以申请退款，写明金额和原因。',
          '我们同意后，款项原路退回到您的支付宝。要退货的，请先把商品寄回。',
        ],
      },
    },
    privacy: '隐私说明',
    privacyParts: [
      {
        heading: '我们保存什么',
        lines: [
          '下单时填写的收货人、手机和地址，用来发货；订单和付款记录，用来对账和售后。',
          '注册账号时的邮箱。密码只保存加密后的结果，谁也看不到原文。',
          '浏览器里的几个 Cookie：认出您的购物车和订单、记住登录和语言。没有统计，也没有广告。',
        ],
      },
      {
        heading: '给谁看',
        lines: [
          '付款时，订单号、金额和收货信息会交给支付宝；发货时，收货信息会交给快递公司。此外不给任何人。',
        ],
      },
      {
        heading: '怎么删除',
        lines: ['在“我的账号”里可以删除账号。已有的订单按法律要求保留；要更正或删除其他信息，请联系我们。'],
      },
    ],
  },
  en: {
    about: 'About us',
    aboutText: [
      'A small shop for tea and for what tea is made in. We have tasted or used everything that we sell.',
      'The pictures are drawn by hand; the small red seal is our mark.',
    ],
    contact: 'Contact us',
    contactText:
      'Questions about an order, a delivery or a refund? Write to us, and please add the order number: it helps us find the order.',
    noContact: 'The shop has not left any contact details yet.',
    email: 'E-mail',
    phone: 'Phone',
    wechat: 'WeChat',
    shipping: 'Delivery and returns',
    shippingParts: (freeFromFen) => [
      {
        heading: 'Delivery',
        lines: [
          `Express delivery is free over ${yuan(freeFromFen)}; below that, the checkout shows the postage.`,
          'Once the order is shipped, its page shows the carrier and the tracking number.',
          'Gift cards are delivered on the order’s page as soon as they are paid.',
        ],
      },
    ],
    returns: {
      partner: {
        heading: 'Refunds',
        lines: [
          'Alipay holds your payment. Until you confirm the receipt, you can ask for a refund on Alipay’s page of the trade.',
          'Once we agree, Alipay pays you back the way you paid. Goods to be returned come back to us first.',
          'If you have already confirmed the receipt, please contact us.',
        ],
      },
      open: {
        heading: 'Refunds',
        lines: [
          'After the payment you can ask for a refund on the order’s page: how much, and why.',
          'Once we agree, the money goes back to your Alipay account. Goods to be returned come back to us first.',
        ],
      },
    },
    privacy: 'Privacy',
    privacyParts: [
      {
        heading: 'What we keep',
        lines: [
          'The name, phone number and address of an order, to deliver it; orders and payments, for our books and your questions.',
          'The e-mail address of an account. Of the password only a hash, which nobody can read.',
          'A few cookies that recognise your cart and orders, your sign-in and your language. No statistics, no advertising.',
        ],
      },
      {
        heading: 'Who sees it',
        lines: [
          'Alipay gets the order number, the amount and the delivery address with the payment; the carrier gets the address. Nobody else does.',
        ],
      },
      {
        heading: 'How to delete it',
        lines: [
          'You can delete your account under “My account”. Orders are kept as the law demands; to correct or delete anything else, contact us.',
        ],
      },
    ],
  },
})
