// The page of the preview. It makes elements and sets their text: nothing of a report is read as HTML.
import { byId, make, pageId, pageWord } from './elements.js'
import { markNumbers, showPages } from './pages.js'

let state = { build: 0, pages: [], figures: [], diagnostics: [], languages: [], title: '' }

/** The number that led to the figure that is shown: Escape leads back to it. */
let origin

async function load() {
  const response = await fetch('/state.json')
  state = await response.json()
  const found = placeOf(origin)
  const focused = placeOf(document.activeElement)
  document.title = `${state.title}: preview`
  byId('title').textContent = state.title
  showPages(state.pages)
  showTroubles()
  showChanged()
  showList()
  showLanguages()
  choose(false)
  origin = atPlace(found) ?? origin
  if (!document.activeElement?.closest('a.figure')) atPlace(focused)?.focus({ preventScroll: true })
  const errors = state.diagnostics.filter(({ severity }) => severity === 'error').length
  byId('status').textContent =
    errors > 0
      ? `${errors} ${errors === 1 ? 'error' : 'errors'}: shown is the last good state`
      : `Up to date (build ${state.build})`
}

/** Which of the numbers that lead to its figure an element is, for a page that is made anew has others. */
function placeOf(element) {
  const href = element?.closest('.page a.figure')?.getAttribute('href')
  return href && { href, index: numbersTo(href).indexOf(element.closest('a.figure')) }
}

function atPlace(place) {
  return place && (numbersTo(place.href)[place.index] ?? numbersTo(place.href)[0])
}

function numbersTo(href) {
  return [...document.querySelectorAll('.page a.figure')].filter((number) => number.getAttribute('href') === href)
}

function showTroubles() {
  byId('troubles').hidden = state.diagnostics.length === 0
  byId('troubles')
    .querySelector('ul')
    .replaceChildren(
      ...state.diagnostics.map(({ severity, text }) =>
        make('li', { className: severity }, make('pre', { textContent: text })),
      ),
    )
}

function showChanged() {
  const changed = state.figures.filter(({ before }) => before !== undefined)
  byId('changed').hidden = changed.length === 0
  byId('changed')
    .querySelector('ul')
    .replaceChildren(
      ...changed.map((figure) =>
        make(
          'li',
          {},
          link(figure),
          make('div', {}, make('span', { className: 'before', textContent: figure.before }), ` ${figure.printed}`),
        ),
      ),
    )
}

const filters = {
  all: () => true,
  changed: ({ before }) => before !== undefined,
  unprinted: ({ places }) => places.length === 0,
  derived: ({ isDerived }) => isDerived,
  untraced: ({ isTraced }) => !isTraced,
}

function showList() {
  const words = byId('search').value.toLowerCase().split(/\s+/).filter(Boolean)
  const isWanted = filters[byId('filter').value]
  const found = state.figures.filter((figure) => {
    const text = `${figure.key} ${figure.label} ${figure.printed}`.toLowerCase()
    return isWanted(figure) && words.every((word) => text.includes(word))
  })
  byId('count').textContent = `${found.length} of ${state.figures.length} figures`
  byId('list').replaceChildren(
    ...found.map((figure) =>
      make('li', {}, link(figure), make('div', { className: 'quiet', textContent: figure.printed })),
    ),
  )
}

function showLanguages() {
  byId('languages').hidden = state.languages.length < 2
  const options = state.languages.map((tag) => make('option', { value: tag, textContent: tag }))
  byId('language').replaceChildren(...options)
  byId('language').value = state.language
  byId('pages').lang = state.language ?? ''
}

/** Shows the figure that the address names: its source, its line, and all places where it stands. */
function choose(isMoved) {
  const key = location.hash.startsWith('#figure=') ? decodeURIComponent(location.hash.slice('#figure='.length)) : ''
  const figure = state.figures.find((one) => one.key === key)
  byId('detail').hidden = !figure
  markNumbers(location.hash)
  if (!figure) return
  byId('detail-title').textContent = figure.label
  const rows = [
    ['Value', figure.printed],
    ['Before', figure.before],
    ['Line', figure.place],
    ['Source', figure.origin],
    ['Note', figure.note],
    ['Reference', figure.key],
  ].filter(([, text]) => text)
  byId('detail')
    .querySelector('dl')
    .replaceChildren(
      ...rows.flatMap(([name, text]) => [make('dt', { textContent: name }), make('dd', { textContent: text })]),
    )
  byId('edit').hidden = figure.isDerived
  if (isMoved) {
    byId('written').value = ''
    if (!figure.isDerived)
      void ask('/written', { key }).then(({ said }) => Object.assign(byId('written'), { value: said }))
    byId('answer').textContent = ''
  }
  showPlaces(figure)
  if (isMoved) byId('detail').focus()
}

function showPlaces({ places }) {
  const items = places.map((place) => {
    const id = pageId({ document: place.document, number: place.page })
    const anchor = make('a', { href: `#${id}`, textContent: `${pageWord(place)} ${place.page}` })
    // The figure stays chosen while its page is shown.
    anchor.addEventListener('click', (event) => {
      event.preventDefault()
      byId(id)?.scrollIntoView()
    })
    return make('li', {}, anchor, ` ${place.item}: ${place.printed}`)
  })
  byId('detail')
    .querySelector('ul')
    .replaceChildren(...(items.length > 0 ? items : [make('li', { textContent: 'in neither document' })]))
}

function link({ key, label }) {
  return make('a', { href: `#figure=${encodeURIComponent(key)}`, textContent: label })
}

/** Asks the preview to do something; what it says to that. */
async function ask(path, body) {
  const token = document.querySelector('meta[name="token"]').content
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'x-briefwright-token': token },
    body: JSON.stringify(body),
  })
  return response.json()
}

async function write(path, body) {
  const { isWritten, said } = await ask(path, body)
  byId('answer').textContent = said
  if (isWritten) byId('undo').hidden = false
}

/** Leads to the number after the one that is chosen or has the focus, or before it. */
function step(by) {
  const numbers = [...document.querySelectorAll('.page:not([hidden]) a.figure')]
  const at = numbers.indexOf(document.activeElement?.closest('a.figure') ?? origin)
  const next = numbers[(at + by + numbers.length) % numbers.length]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function leave() {
  if (byId('detail').hidden) return
  history.replaceState(undefined, '', location.pathname)
  choose(false)
  const again = origin?.isConnected ? origin : document.querySelector('#list a')
  again?.focus()
}

document.addEventListener('click', ({ target }) => {
  origin = target.closest?.('a[href^="#figure="]') ?? origin
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') leave()
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return
  if (event.key === 'n' || event.key === 'p') step(event.key === 'n' ? 1 : -1)
  if (event.key === '/') {
    event.preventDefault()
    byId('figures').open = true
    byId('search').focus()
  }
})
byId('edit').addEventListener('submit', (event) => {
  event.preventDefault()
  const key = decodeURIComponent(location.hash.slice('#figure='.length))
  void write('/figure', { key, written: byId('written').value })
})
byId('undo').addEventListener('click', () => void write('/undo', {}))
byId('print').addEventListener('click', () => print())
byId('language').addEventListener('change', ({ target }) => {
  byId('status').textContent = 'Drawing the pages in the other language…'
  void ask('/language', { language: target.value })
})
byId('view').addEventListener('change', ({ target }) => {
  byId('pages').dataset.view = target.value
})
byId('search').addEventListener('input', showList)
byId('filter').addEventListener('change', showList)
window.addEventListener('hashchange', () => choose(true))
// A phone shows the report first; the list of figures is a tap away.
if (matchMedia('(max-width: 60rem)').matches) byId('figures').open = false
new EventSource('/events').addEventListener('message', load)
load()
