// Putting things in order by tap or key: two buttons a row, never by dragging.

/**
 * Replaces the native lists of places by buttons that move a row.
 * @param {HTMLFormElement} form
 * @param {string} place  words with {text}, {number}, {total} for where a row now stands
 * @param {(words: string) => void} tell  says them to whoever does not see the list
 */
export function setupOrder(form, place, tell) {
  const list = form.querySelector('.order')
  if (!list) return
  for (const row of list.children) {
    row.querySelector('select')?.remove()
    row.querySelector('.order-moves')?.removeAttribute('hidden')
  }
  const refresh = () => {
    const rows = [...list.children]
    rows.forEach((row, index) => {
      const [up, down] = row.querySelectorAll('button')
      up?.toggleAttribute('disabled', index === 0)
      down?.toggleAttribute('disabled', index === rows.length - 1)
    })
  }
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    const row = button?.closest('li')
    if (!button || !row) return
    const down = button.dataset.move === '1'
    const other = down ? row.nextElementSibling : row.previousElementSibling
    if (!other) return
    if (down) other.after(row)
    else other.before(row)
    refresh()
    // A button that has become useless hands the focus to the one beside it.
    const next = button.disabled ? row.querySelector('button:not([disabled])') : button
    if (next instanceof HTMLElement) next.focus()
    const number = [...list.children].indexOf(row) + 1
    const text = row.querySelector('.order-text')?.textContent ?? ''
    tell(place.replace('{text}', text).replace('{number}', String(number)).replace('{total}', String(list.children.length)))
  })
  refresh()
}
