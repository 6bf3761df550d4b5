import { expect, it } from 'vitest'
import { isAllowedUrl } from './merchants'

const merchant = { allowedHosts: ['127.0.0.1:3000', 'shop.example.com'] }

it.each([
  'http://127.0.0.1:3000/notify',
  'https://shop.example.com/notify',
  'http://shop.example.com:8080/notify',
])('[#71] A notification may go to %s', (url) => expect(isAllowedUrl(url, merchant)).toBe(true))

it.each([
  'http://127.0.0.1:5432/',
  'http://169.254.169.254/latest/meta-data',
  'http://[::1]:3000/',
  'http://localhost:3000/',
  'http://shop.example.com.evil.example/',
  'http://evil.example/?shop.example.com',
  'http://user:secret@shop.example.com/',
  'file:///etc/passwd',
  'ftp://shop.example.com/',
  '/notify',
  '',
])('[#71] A notification may not go to %j', (url) => expect(isAllowedUrl(url, merchant)).toBe(false))
