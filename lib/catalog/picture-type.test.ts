import { expect, it } from 'vitest'
import { pictureType } from './picture-type'

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

it.each([
  ['image/png', '\x89PNG\r\n\x1a\n....'],
  ['image/jpeg', '\xff\xd8\xff\xe0....'],
  ['image/webp', 'RIFF\x10\x00\x00\x00WEBPVP8 '],
])('A picture is %s by its first bytes', (type, text) => expect(pictureType(bytes(text))).toBe(type))

it.each([
  '',
  'RIFF',
  '<script>alert(1)</script>',
  '<!doctype html><img src=x onerror=alert(1)>',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  '<?xml version="1.0"?><svg/>',
  'GIF89a/*',
  '%PDF-1.7',
  'RIFF\x10\x00\x00\x00AVI LIST',
  ' \x89PNG\r\n\x1a\n',
  '\x89PNG\n\x1a\n',
])('%j is no picture of ours', (text) => expect(pictureType(bytes(text))).toBeUndefined())
