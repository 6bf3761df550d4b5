import { expect, it } from 'vitest'
import { html } from './html'

it('[#65] what is filled into a page stands there as text, between tags and in attributes', () => {
  const evil = `<script>"'&`
  expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
    '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>',
  )
})

it('pieces and lists of them stand in a page as they are, and what is not there leaves nothing', () => {
  const items = ['<a>', 'b'].map((item) => html`<b>${item}</b>`)
  expect(html`<p>${items}${false}${null}${undefined}${0}</p>`.text).toBe('<p><b>&lt;a&gt;</b><b>b</b>0</p>')
})
