// Typing shows the words that fit: in German or in the reader's language, with or without diacritics.

/** @param {Document} page */
export function setupWords(page) {
  const form = page.querySelector('.find')
  const field = form?.querySelector('input')
  const count = form?.querySelector('[role=status]')
  if (!(form instanceof HTMLElement) || !field || !(count instanceof HTMLElement)) return
  const entries = [...page.querySelectorAll('.all-words > div')].map((entry) => ({
    entry,
    text: folded(entry.textContent ?? ''),
  }))
  const filter = () => {
    const wanted = folded(field.value).flatMap((way) => (way.trim() ? [way.trim().split(/\s+/)] : []))
    let shown = 0
    for (const { entry, text } of entries) {
      const fits = !wanted.length || wanted.some((words) => words.every((word) => text.some((way) => way.includes(word))))
      entry.toggleAttribute('hidden', !fits)
      if (fits) shown += 1
    }
    count.textContent = wanted.length ? (count.dataset.found ?? '').replace('{count}', String(shown)) : ''
  }
  field.addEventListener('input', filter)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.removeAttribute('hidden')
  // Browsers keep what was typed when one comes back.
  filter()
}

/**
 * The ways in which a word may be typed: „ä“ as „a“ and as „ae“, „ț“ as „t“, „й“ as it is.
 * @param {string} text
 */
function folded(text) {
  const small = text.toLowerCase().replace(/ß/g, 'ss')
  const plain = (/** @type {string} */ words) =>
    words.replace(/[^\u0400-\u04ff]+/g, (part) => part.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))
  const ways = [plain(small), plain(small.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue'))]
  return ways[0] === ways[1] ? ways.slice(1) : ways
}
