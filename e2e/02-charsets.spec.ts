import { encode } from '../lib/alipay/charset'
import {
  comeBackByItself,
  confirmAndPay,
  logIn,
  messagesOf,
  PAID,
  payDirectly,
  stateOf,
  untilDelivered,
  valueOf,
} from './buyer'
import { expect, test } from './test'

/** What breaks a form, an address, a page or a signature, in characters that the charset has. */
const AWKWARD = {
  utf8: `绿茶 & "红茶" + 50% 'x' <b> ¥ €=1 #?/\\ é 😀 𠮷`,
  gbk: `绿茶 & "红茶" + 50% 'x' <b> ￥ =1 #?/\\ 镕囍喆`,
}

const REMARK = '备注：1+1=2，100% & “全角” <i>不是标签</i>'

for (const charset of ['utf8', 'gbk'] as const) {
  test(`[T3.2c] [F7] an awkward name of the goods comes through a purchase unchanged in ${charset}`, async ({
    page,
    shop,
    gbkShop,
    sandbox,
  }) => {
    const subject = AWKWARD[charset]
    await payDirectly(page, charset === 'gbk' ? gbkShop.url : shop.url, {
      subject,
      amount: '0.01',
      remark: REMARK,
    })
    const goods = page.getByRole('region', { name: '确认商品信息' })
    await expect(valueOf(goods, '商品名称')).toHaveText(subject)
    await expect(valueOf(goods, '商品描述')).toHaveText(REMARK)
    await logIn(page)
    await confirmAndPay(page)
    const orderNo = await comeBackByItself(page)

    await expect(stateOf(page)).toHaveText(PAID)
    await expect(page.getByRole('region', { name: '订单内容' })).toContainText(subject)
    await expect(page.getByRole('region', { name: '订单信息' })).toContainText(REMARK)
    const returned = page.getByRole('region', { name: '页面返回：验证成功' })
    await returned.getByText('返回的数据').click()
    await expect(valueOf(returned, 'subject')).toHaveText(subject)
    await expect(valueOf(returned, 'body')).toHaveText(REMARK)

    await untilDelivered(sandbox, orderNo, 2)
    await page.reload()
    const fromGateway = messagesOf(page).filter({ hasText: '异步通知' })
    await expect(fromGateway.filter({ hasText: '回答 success' })).toHaveCount(2)
    const { deliveries } = await sandbox.trade(orderNo)
    for (const { message } of deliveries) {
      const bytes = bytesOf(message, 'subject')
      expect(new TextDecoder(charset === 'gbk' ? 'gbk' : 'utf-8', { fatal: true }).decode(bytes)).toBe(
        subject,
      )
      if (charset === 'gbk') expect(bytes.subarray(0, 4)).toEqual(Buffer.from('C2CCB2E8', 'hex')) // 绿茶
    }
  })
}

test('[T3.2c] a name that GBK cannot carry is refused at its field, and no order comes of it', async ({
  page,
  gbkShop,
}) => {
  const subject = '绿茶😀一斤'
  await payDirectly(page, gbkShop.url, { subject, amount: '0.01', remark: '备注' })
  const field = page.getByLabel('付款说明')
  await expect(field).toHaveAccessibleDescription(/gbk 编码里没有“😀”这个字符/)
  await expect(field).toHaveValue(subject)
  await expect(page.getByLabel('付款金额（元）')).toHaveValue('0.01')
  await expect(page.getByLabel('备注')).toHaveValue('备注')
  await page.goto(`${gbkShop.url}/orders`)
  await expect(page.getByText('还没有订单')).toBeVisible()

  await payDirectly(page, gbkShop.url, { subject: '绿茶一斤', amount: '0.01' })
  await expect(page).toHaveURL(/\/sandbox\/cashier\//)
})

test('[T3.2c] the same name is no trouble in UTF-8', async ({ page, shop }) => {
  await payDirectly(page, shop.url, { subject: '绿茶😀一斤', amount: '0.01' })
  const goods = page.getByRole('region', { name: '确认商品信息' })
  await expect(valueOf(goods, '商品名称')).toHaveText('绿茶😀一斤')
})

test('[F7] a browser writes every character that GBK has with the bytes that are signed', async ({
  page,
}) => {
  await page.route('http://gbk.test/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=gbk', body: '<!doctype html><a href="/">x</a>' }),
  )
  await page.goto('http://gbk.test/')
  const characters = Array.from({ length: 0xff80 }, (_, index) => String.fromCharCode(0x80 + index)).filter(
    (character) => character.isWellFormed(),
  )
  const written = await page.evaluate((characters) => {
    const link = document.querySelector('a') as HTMLAnchorElement
    return characters.map((character) => {
      link.href = `/?${character}`
      return link.search.slice(1)
    })
  }, characters)

  const different: string[] = []
  let compared = 0
  for (const [index, character] of characters.entries()) {
    const expected = inGbk(character)
    if (expected === undefined) continue
    compared++
    if (written[index] !== expected) different.push(`${character}: ${written[index]}, not ${expected}`)
  }
  expect(different).toEqual([])
  expect(compared).toBeGreaterThan(21_000) // GBK/1 to GBK/5 are 21,886 characters
})

/** Percent-encoded as signed, or undefined for what the charset does not have. */
function inGbk(character: string) {
  try {
    return [...encode(character, 'gbk')].map((byte) => percent(byte)).join('')
  } catch {
    return undefined
  }
}

/** As a browser writes it in a query: letters and digits may be second bytes. */
const percent = (byte: number) =>
  /[\w\-.!$&()*+,/:;=?@[\\\]^`{|}~%']/.test(String.fromCharCode(byte)) && byte < 0x80
    ? String.fromCharCode(byte)
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`

/** The raw bytes of one value in a percent-encoded message. */
function bytesOf(message: string, name: string): Buffer {
  const value =
    message
      .split('&')
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? ''
  const binary = value
    .replaceAll('+', ' ')
    .replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(binary, 'latin1')
}
