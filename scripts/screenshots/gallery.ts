const IMAGE = (file: string) => `<img src="${file}" loading="lazy" alt="">`

export interface Look {
  theme: 'light' | 'dark'
  language: 'zh' | 'en'
}

/** A page to look at all pictures on, one look at a time. */
export function gallery(
  names: string[],
  widths: number[],
  looks: Look[],
  fileOf: (name: string, width: number, look: Look) => string,
): string {
  const choices = looks.map(
    ({ theme, language }, index) =>
      `<label><input type="radio" name="look" id="look-${index}"${index === 0 ? ' checked' : ''}> ${theme}, ${language}</label>`,
  )
  const shown = looks.map((_, index) => `body:has(#look-${index}:checked) .look-${index} { display: flex }`)
  const rows = names.map((name) => {
    const images = looks.map(
      (look, index) =>
        `<div class="look look-${index}">${widths.map((width) => IMAGE(fileOf(name, width, look))).join('')}</div>`,
    )
    return `<h2 id="${name}"><a href="#${name}">${name}</a></h2>${images.join('')}`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Danbao: every page</title>
<style>
body { font: 16px/1.5 system-ui; margin: 1rem; background: #888; color: #fff }
header { position: sticky; top: 0; padding: .5rem; background: #444 }
a { color: inherit }
.look { display: none; gap: 1rem; align-items: start; overflow: auto }
.look img { max-height: 90vh }
${shown.join('\n')}
</style>
<header>${choices.join(' ')}</header>
${rows.join('\n')}
`
}
