// A button that prints, where there is a script to press it.

/** @param {Document} page */
export function setupPrint(page) {
  const button = page.querySelector('[data-print]')
  button?.removeAttribute('hidden')
  button?.addEventListener('click', () => window.print())
}
