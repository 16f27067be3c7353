// What people type as a number: 400 · 400,00 · 400 Euro · 1 200 · 1.200 · 1.200,50

/**
 * The number in `typed`, or null where there is none. A comma or point before exactly three last digits
 * parts thousands (nobody types cents with three digits); otherwise it begins the decimals.
 * @param {string} typed
 */
export function parseNumber(typed) {
  const plain = typed.replace(/[’‘´`]/g, "'").replace(/\u2212/g, '-')
  const found = /-?[.,]?\d[\d.,'\s\u00a0\u202f]*/.exec(plain)
  if (!found) return null
  const text = found[0].replace(/['\s\u00a0\u202f]/g, '').replace(/[.,]+$/, '').replace(/^(-?)[.,]/, '$10.')
  const parts = text.split(/[.,]/)
  const last = parts[parts.length - 1] ?? ''
  if (parts.length === 1) return Number(text)
  const separators = text.replace(/[^.,]/g, '')
  const mixed = separators.includes('.') && separators.includes(',')
  const thousands = !mixed && last.length === 3 && parts[0] !== '0' && parts[0] !== '-0'
  const whole = thousands ? parts.join('') : parts.slice(0, -1).join('')
  return Number(thousands ? whole : `${whole}.${last}`)
}
