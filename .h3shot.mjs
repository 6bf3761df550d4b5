import { chromium } from '@playwright/test'
import pg from 'pg'
import { findChromium } from './scripts/find-chromium.js'
import { randomUUID } from 'node:crypto'
const base = 'http://127.0.0.1:3190'
const db = new pg.Client(process.env.DBURL); await db.connect()
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
const api = (p, b = {}) => fetch(`${base}/sandbox/api/${p}`, { method: 'POST', body: JSON.stringify(b) }).then(async (r) => (r.ok ? r.json() : console.log(p, r.status, await r.text())))
await page.goto(base); await page.getByRole('button', { name: /购买 一分钱/ }).click(); await page.waitForURL(/orders\/\d{24}$/)
const no = /orders\/(\d{24})/.exec(page.url())[1]
const call = (service, result, ms) => db.query(`insert into shop."GatewayCall" (id,"orderNo",service,"sentAt",params,result,milliseconds) values ($1,$2,$3,now() at time zone 'utc','{}',$4,$5)`, [randomUUID(), no, service, result, ms])
await call('create_partner_trade_by_buyer', null, null)
await page.getByRole('button', { name: '去支付宝付款' }).click(); await page.waitForURL(/cashier/)
await api(`trades/${no}/login`); 
await new Promise(r=>setTimeout(r,2500))
const t = await api(`trades/${no}/pay`)
await page.goto(t.return_url)
await new Promise(r=>setTimeout(r,2500))
const trade = await (await fetch(`${base}/sandbox/api/trades/${no}`)).json()
const msg = trade.deliveries[1].message
const post = (b) => fetch(`${base}/api/alipay/notify`, { method: 'POST', body: b, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
await post(msg); await post(msg); await post(msg)
await post(msg + '&PHPSESSID=a1b2c3'); await post(msg.replace(/sign=([0-9a-f]+)/, (_, s) => 'sign=' + s.toUpperCase())); await post(msg.replace('total_fee=0.01','total_fee=0.02'))
await post('subject=%FF%81&out_trade_no='+no)
await call('send_goods_confirm_by_platform', 'T', 20)
if (process.env.REFUND) { await api(`trades/${no}/refund-apply`, { goods_received: false }); await api(`trades/${no}/refund-refuse`) ; await api(`trades/${no}/ship`); }
else { await api(`trades/${no}/ship`); await new Promise(r=>setTimeout(r,1500)); await call('single_trade_query', 'T', 30); await call('close_trade','TRADE_STATUS_NOT_AVAILD', 22) }
await new Promise(r=>setTimeout(r,2500))
console.log(no)
const shot = async (url, name) => { await page.goto(base + url); for (const [w,h] of [[390,800],[1280,900]]) { await page.setViewportSize({ width: w, height: h }); const o = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth); if (o>0) console.log('OVERFLOW', url, w, o); await page.screenshot({ path: `/tmp/h3s/${name}-${w}.png`, fullPage: true }) } }
await shot(`/orders/${no}`, 'order')
for (const s of ['states-title','trace-title']) for (const w of [390,1280]) { await page.setViewportSize({ width: w, height: 900 }); await page.locator(`section[aria-labelledby=${s}]`).screenshot({ path: `/tmp/h3s/${s}-${w}.png` }) }
await page.goto(`${base}/orders/${no}/trace.txt`); console.log(await page.locator('pre').innerText())
await shot('/merchant/log', 'log')
await page.locator('ol a', { hasText: '签名不对' }).first().click(); await page.waitForURL(/log\/.{36}/); const u = new URL(page.url()).pathname
await shot(u, 'row')
await page.goto(`${base}/merchant/log?verdict=bad_sign&channel=notify&from=2026-01-01T00:00`); console.log('bad_sign rows', await page.locator('ol li').count())
console.log((await (await page.request.get(`${base}/merchant/log.csv?orderNo=${no}`)).text()).split('\n').slice(0,4).join('\n'))
await browser.close(); await db.end()
