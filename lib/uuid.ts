/** Whether a text can be the id of a row: 36 hex digits and hyphens. */
export const isUuid = (text: string) => /^[0-9a-f-]{36}$/.test(text)
