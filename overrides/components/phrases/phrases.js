// A German sentence on the whole screen, large; one tap turns it towards the person on the other side of the counter.

/** @param {Document} page */
export function setupPhrases(page) {
  const dialog = page.querySelector('dialog.phrase')
  const template = page.querySelector('#phrase-show')
  // Browsers before 2022 know no dialog: there the page stays a list.
  if (!(dialog instanceof HTMLDialogElement) || !dialog.showModal || !(template instanceof HTMLTemplateElement)) return
  const sentence = dialog.querySelector('p')
  const turn = dialog.querySelector('[data-turn]')
  if (!sentence || !turn) return
  /** @param {boolean} turned */
  const setTurned = (turned) => {
    dialog.classList.toggle('turned', turned)
    turn.setAttribute('aria-pressed', String(turned))
  }
  for (const quote of page.querySelectorAll('.text blockquote')) {
    const button = template.content.firstElementChild?.cloneNode(true)
    if (!(button instanceof HTMLElement)) continue
    const words = (quote.textContent ?? '').trim()
    const named = button.querySelector('[lang]')
    if (named) named.textContent = words
    button.addEventListener('click', () => {
      sentence.textContent = words
      setTurned(false)
      dialog.showModal()
    })
    quote.append(button)
  }
  turn.addEventListener('click', () => setTurned(!dialog.classList.contains('turned')))
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close())
}
