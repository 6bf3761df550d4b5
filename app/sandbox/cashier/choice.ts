import { html } from '@/app/sandbox/pages/html'

interface Way {
  value: string
  text: string
}

/** A choice by radio buttons, of which the first is chosen. */
export const choice = (title: string, name: string, ways: Way[], layout = 'ways') =>
  html`<fieldset>
    <legend>${title}</legend>
    <div class="${layout}">
      ${ways.map(
        ({ value, text }, index) =>
          html`<label class="way">
            <input type="radio" name="${name}" value="${value}" ${index === 0 && 'checked'} />
            <span>${text}</span>
          </label>`,
      )}
    </div>
  </fieldset>`
