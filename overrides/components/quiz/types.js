// How each type of question is read and judged. All words come from the page: the solution holds every feedback.

import { parseNumber } from './number.js'

/**
 * @typedef {{ what?: Node, why?: Node }} Said  one line of feedback: what it is about, what is true instead
 * @typedef {{ right: number, total: number, says: Said[], marks: [Element, boolean][] }} Verdict
 * @typedef {(form: HTMLFormElement) => Verdict | null} Judge  null: nothing answered yet
 */

/** @param {Element} root @param {string} selector */
const clone = (root, selector) => root.querySelector(selector)?.cloneNode(true) ?? undefined

/** @param {HTMLFormElement} form @param {string} part */
const solution = (form, part) => form.querySelector(`.solution [data-part="${part}"]`)

/** @param {Element} entry @returns {Said} */
const said = (entry) => ({ what: clone(entry, '.what'), why: clone(entry, '.why') })

/** @param {HTMLFormElement} form */
const fallback = (form) => /** @type {HTMLTemplateElement | null} */ (form.querySelector('template'))?.content.cloneNode(true)

/** @type {Judge} */
function single(form) {
  const chosen = form.querySelector('input:checked')
  const entry = chosen && solution(form, /** @type {HTMLInputElement} */ (chosen).value)
  if (!chosen || !entry) return null
  const right = entry.hasAttribute('data-right')
  const row = /** @type {Element} */ (chosen.closest('.opt'))
  return { right: Number(right), total: 1, says: right ? [] : [{ why: clone(entry, '.why') }], marks: [[row, right]] }
}

/** @type {Judge} */
function multiple(form) {
  const inputs = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('.opt input')])
  if (!inputs.some((input) => input.checked)) return null
  /** @type {Verdict} */
  const verdict = { right: 0, total: inputs.length, says: [], marks: [] }
  for (const input of inputs) {
    const entry = solution(form, input.value)
    if (!entry) continue
    const right = input.checked === entry.hasAttribute('data-right')
    if (right) verdict.right++
    else verdict.says.push(said(entry))
    if (input.checked || !right) verdict.marks.push([/** @type {Element} */ (input.closest('.opt')), right])
  }
  return verdict
}

/** @type {Judge} */
function number(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector('[data-answer]'))
  const typed = parseNumber(input.value)
  if (typed === null) return null
  const right = Math.abs(typed - Number(input.dataset.answer)) <= Number(input.dataset.tolerance) + 1e-9
  const marks = /** @type {[Element, boolean][]} */ ([])
  if (right) return { right: 1, total: 1, says: [], marks }
  const ranges = [.../** @type {HTMLTemplateElement} */ (form.querySelector('template')).content.children]
  const fits = ranges.find((range) => {
    const { from, to } = /** @type {HTMLElement} */ (range).dataset
    return from === undefined || (typed >= Number(from) && typed <= Number(to))
  })
  return { right: 0, total: 1, says: [{ why: fits?.cloneNode(true) }], marks }
}

/** @type {Judge} */
function order(form) {
  const now = [...form.querySelectorAll('.order li')].map((row) => row.getAttribute('data-part'))
  const wanted = [...form.querySelectorAll('.solution [data-part]')].map((row) => row.getAttribute('data-part'))
  const right = now.join() === wanted.join()
  return { right: Number(right), total: 1, says: right ? [] : [{ why: fallback(form) }], marks: [] }
}

/** @type {Judge} */
function assign(form) {
  const rows = [...form.querySelectorAll('.assign')]
  /** @type {Verdict} */
  const verdict = { right: 0, total: rows.length, says: [], marks: [] }
  for (const row of rows) {
    const chosen = /** @type {HTMLInputElement | null} */ (row.querySelector('input:checked'))
    const entry = solution(form, row.getAttribute('data-part') ?? '')
    if (!chosen || !entry) return null
    const right = chosen.value === entry.getAttribute('data-box')
    if (right) verdict.right++
    else verdict.says.push(said(entry))
    verdict.marks.push([row, right])
  }
  return verdict
}

/** @type {Judge} */
function gap(form) {
  const selects = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll('.paper select')])
  /** @type {Verdict} */
  const verdict = { right: 0, total: selects.length, says: [], marks: [] }
  for (const select of selects) {
    const entry = solution(form, `${select.name}.${select.value}`)
    if (!entry) return null
    if (entry.hasAttribute('data-right')) verdict.right++
    else verdict.says.push(said(entry))
  }
  return verdict
}

/** @type {Record<string, Judge>} */
export const judges = { single, multiple, number, order, assign, gap }
