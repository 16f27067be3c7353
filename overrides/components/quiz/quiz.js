// Makes the questions answer: check, say why, try again without end. Without this file the page is complete, too.

import { setupOrder } from './order.js'
import { judges } from './types.js'

/** @param {Document} page */
export function setupQuiz(page) {
  for (const form of page.querySelectorAll('form.q')) {
    try {
      if (form instanceof HTMLFormElement) setupQuestion(form)
    } catch {
      // One broken question harms no other: its form and its solution stay as they are.
    }
  }
}

/** @param {HTMLFormElement} form */
function setupQuestion(form) {
  const words = /** @type {HTMLElement} */ (form.closest('.quiz')).dataset
  const judge = judges[form.dataset.type ?? '']
  const button = form.querySelector('button[type=submit]')
  const status = form.querySelector('.say')
  const solution = form.querySelector('.solution')
  if (!judge || !(button instanceof HTMLElement) || !(status instanceof HTMLElement) || !solution) return

  let solved = false
  const again = () => {
    solved = false
    button.textContent = words.check ?? ''
    status.className = 'say'
    status.replaceChildren()
    for (const marked of form.querySelectorAll('[data-mark]')) marked.removeAttribute('data-mark')
  }
  const check = () => {
    const verdict = judge(form)
    again()
    if (!verdict) {
      status.textContent = words.choose ?? ''
      return
    }
    for (const [row, right] of verdict.marks) row.setAttribute('data-mark', right ? 'good' : 'yet')
    solved = verdict.right === verdict.total
    status.classList.toggle('good', solved)
    status.append(...(solved ? praise(form, words) : because(verdict, words)))
    solution.removeAttribute('hidden')
    if (solved) button.textContent = words.next ?? ''
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (solved) goOn(form)
    else check()
  })
  form.addEventListener('input', () => {
    if (status.hasChildNodes()) again()
  })
  setupOrder(form, words.place ?? '', (place) => {
    again()
    status.textContent = place
  })
  showHintsOneByOne(form)
  // Try first: the solution is offered after the first answer.
  solution.setAttribute('hidden', '')
  button.removeAttribute('hidden')
}

/** @param {string} words */
function heading(words) {
  const title = document.createElement('h4')
  title.textContent = words
  return title
}

/** @param {HTMLFormElement} form @param {DOMStringMap} words */
function praise(form, words) {
  const why = form.querySelector('.explanation')
  return [heading(words.right ?? ''), ...[...(why?.childNodes ?? [])].map((node) => node.cloneNode(true))]
}

/** @param {import('./types.js').Verdict} verdict @param {DOMStringMap} words */
function because(verdict, words) {
  /** @type {Node[]} */
  const lines = [heading(words.yet ?? '')]
  if (verdict.total > 1) {
    const count = document.createElement('p')
    count.textContent = (words.count ?? '').replace('{right}', String(verdict.right)).replace('{total}', String(verdict.total))
    lines.push(count)
  }
  for (const { what, why } of verdict.says) {
    const line = document.createElement('p')
    if (what) line.append(what, ' ')
    if (why) line.append(...(why instanceof HTMLParagraphElement ? why.childNodes : [why]))
    lines.push(line)
  }
  return lines
}

/** The next question, or what follows the last one. @param {HTMLFormElement} form */
function goOn(form) {
  const forms = [...document.querySelectorAll('form.q')]
  const next = forms[forms.indexOf(form) + 1]
  const target = next?.querySelector('legend') ?? document.querySelector('.part-weitersagen h2, .bar.end')
  if (!(target instanceof HTMLElement)) return
  target.tabIndex = -1
  target.focus({ preventScroll: true })
  ;(next ?? target).scrollIntoView({ block: 'start' })
}

/** @param {HTMLFormElement} form */
function showHintsOneByOne(form) {
  const hints = [...form.querySelectorAll('.hint')]
  hints.forEach((hint, index) => {
    if (index > 0) hint.setAttribute('hidden', '')
    hint.addEventListener('toggle', () => hints[index + 1]?.removeAttribute('hidden'))
  })
}
