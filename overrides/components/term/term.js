// A tap on a German word opens what it means, below its paragraph; a second tap or Escape closes it.

/** @param {Document} page */
export function setupTerms(page) {
  const all = page.querySelector('.words')
  if (!(all instanceof HTMLElement)) return
  const more = all.querySelector(':scope > p')
  const target = more?.querySelector('a')
  // It is said to those who do not see the box appear: this element was there before.
  const told = document.createElement('p')
  told.className = 'unseen'
  told.setAttribute('role', 'status')
  all.after(told)
  /** @type {(() => void) | undefined} */
  let close

  for (const link of page.querySelectorAll('a.term')) {
    const box = link instanceof HTMLAnchorElement ? page.getElementById(link.hash.slice(1)) : null
    if (!box || !(link instanceof HTMLElement)) continue
    link.setAttribute('role', 'button')
    link.setAttribute('aria-expanded', 'false')
    link.setAttribute('aria-controls', box.id)
    const toggle = () => {
      const opening = link.getAttribute('aria-expanded') === 'false'
      close?.()
      if (!opening) return
      const frame = document.createElement('div')
      frame.className = 'words'
      frame.lang = all.lang
      frame.dir = all.dir
      frame.append(box)
      if (more) box.append(more)
      // There is more about this word in the list of all.
      if (target && link instanceof HTMLAnchorElement) target.href = link.href
      place(link, frame)
      link.setAttribute('aria-expanded', 'true')
      told.lang = all.lang
      told.textContent = box.textContent
      close = () => {
        all.append(box)
        if (more) all.append(more)
        frame.remove()
        link.setAttribute('aria-expanded', 'false')
        told.textContent = ''
        close = undefined
      }
    }
    link.addEventListener('click', (event) => {
      event.preventDefault()
      toggle()
    })
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      toggle()
    })
  }
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !close) return
    const open = page.querySelector('a.term[aria-expanded=true]')
    close()
    if (open instanceof HTMLElement) open.focus()
  })
}

/**
 * Below the paragraph, or inside what may hold a box.
 * @param {Element} link @param {Element} frame
 */
function place(link, frame) {
  const inside = link.closest('li, td, th, dd, legend')
  if (inside) inside.append(frame)
  else (link.closest('p') ?? link).after(frame)
}
