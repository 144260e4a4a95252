import { byId, make, pageId, pageName } from './elements.js'

/** Shows the pages. Only those that differ are made anew, so that the place on the screen is kept. */
export function showPages(pages) {
  const main = byId('pages')
  const wanted = new Set(pages.map(pageId))
  for (const section of [...main.children]) if (!wanted.has(section.id)) section.remove()
  pages.forEach((page, index) => {
    const known = byId(pageId(page))
    const content = JSON.stringify([page.svg, page.before, page.notes, page.title])
    if (known?.dataset.content === content) return
    const section = known ?? make('section', { id: pageId(page), className: 'page' })
    section.replaceChildren(make('h2', { textContent: pageName(page) }), ...drawingsOf(page), ...notesOf(page))
    section.dataset.content = content
    section.dataset.document = page.document
    section.setAttribute('aria-label', pageName(page))
    if (!known) main.insertBefore(section, main.children[index] ?? null)
  })
}

/** The page as it is; where it changed, with a button that shows it as it was. */
function drawingsOf({ svg, before }) {
  const now = draw(svg)
  if (before === undefined) return [now]
  const then = draw(before)
  then.setAttribute('hidden', '')
  const button = make('button', { type: 'button', textContent: 'Before' })
  button.setAttribute('aria-pressed', 'false')
  button.addEventListener('click', () => {
    const isBefore = button.getAttribute('aria-pressed') === 'false'
    button.setAttribute('aria-pressed', String(isBefore))
    then.toggleAttribute('hidden', !isBefore)
    now.toggleAttribute('hidden', isBefore)
  })
  return [button, now, then]
}

function draw(svg) {
  return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true)
}

/** A slide's notes, folded up. */
function notesOf({ notes }) {
  if (notes.length === 0) return []
  const paragraphs = notes.map((textContent) => make('p', { textContent }))
  return [make('details', {}, make('summary', { textContent: 'Speaker notes' }), ...paragraphs)]
}

/** Marks all numbers that lead to an address, with a ground of their own. */
export function markNumbers(address) {
  for (const chosen of document.querySelectorAll('.page a.chosen')) {
    chosen.classList.remove('chosen')
    chosen.querySelector('rect')?.remove()
  }
  for (const number of document.querySelectorAll('.page a.figure')) {
    if (number.getAttribute('href') !== address) continue
    const { x, y, width, height } = number.querySelector('text').getBBox()
    const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
    for (const [name, value] of Object.entries({ x: x - 2, y, width: width + 4, height }))
      ground.setAttribute(name, value)
    number.prepend(ground)
    number.classList.add('chosen')
  }
}
