// The language choice keeps the place on the page: headings and questions have the same ids in every language.

/** @param {Document} page */
export function setupLanguages(page) {
  for (const link of page.querySelectorAll('.langs a')) {
    link.addEventListener('click', () => {
      if (link instanceof HTMLAnchorElement) link.hash = placeInView(page)
    })
  }
}

/**
 * The id of the last heading or question that begins above the middle of the screen, or nothing at the top.
 * @param {Document} page
 */
function placeInView(page) {
  if (window.scrollY < 200) return ''
  let found = ''
  for (const element of page.querySelectorAll('main h2[id], main form[id]')) {
    if (element.getBoundingClientRect().top > window.innerHeight / 2) break
    found = element.id
  }
  return found
}
