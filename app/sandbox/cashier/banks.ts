import type { Bilingual } from '@/lib/dictionary'

/** The banks of the real cashier (docs/spec.md T4.2b). */
export const BANKS: readonly Bilingual[] = [
  { zh: '中国工商银行', en: 'ICBC' },
  { zh: '招商银行', en: 'China Merchants Bank' },
  { zh: '深圳发展银行', en: 'Shenzhen Development Bank' },
  { zh: '中信银行', en: 'China CITIC Bank' },
  { zh: '中国银行', en: 'Bank of China' },
  { zh: '宁波银行', en: 'Bank of Ningbo' },
  { zh: '中国农业银行', en: 'Agricultural Bank of China' },
  { zh: '广东发展银行', en: 'Guangdong Development Bank' },
  { zh: '中国民生银行', en: 'China Minsheng Bank' },
  { zh: '交通银行', en: 'Bank of Communications' },
  { zh: '杭州银行', en: 'Bank of Hangzhou' },
  { zh: '平安银行', en: 'Ping An Bank' },
  { zh: '中国建设银行', en: 'China Construction Bank' },
  { zh: '兴业银行', en: 'Industrial Bank' },
  { zh: '浦发银行', en: 'SPD Bank' },
  { zh: '中国光大银行', en: 'China Everbright Bank' },
  { zh: '上海银行', en: 'Bank of Shanghai' },
]
