// The menu opens by itself where the browser knows popovers; here for those that do not.

/** @param {Document} page */
export function setupMenu(page) {
  const menu = page.getElementById('menu')
  if (!menu || 'popover' in HTMLElement.prototype) return
  const opener = page.querySelector('.top [popovertarget]')
  if (!(opener instanceof HTMLElement)) return
  /** @param {boolean} open */
  const show = (open) => {
    menu.classList.toggle('open', open)
    opener.setAttribute('aria-expanded', String(open))
    if (!open) opener.focus()
  }
  opener.setAttribute('aria-expanded', 'false')
  opener.addEventListener('click', () => show(!menu.classList.contains('open')))
  menu.querySelector('[popovertarget]')?.addEventListener('click', () => show(false))
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.classList.contains('open')) show(false)
  })
}
