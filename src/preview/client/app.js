// The page of the preview. It makes elements and sets their text: nothing of a report is read as HTML.

const byId = (id) => document.getElementById(id)
let state = { build: 0, pages: [], figures: [], diagnostics: [], title: '' }

async function load() {
  const response = await fetch('/state.json')
  state = await response.json()
  document.title = `${state.title}: preview`
  byId('title').textContent = state.title
  showPages()
  showTroubles()
  showChanged()
  showList()
  choose(false)
  const errors = state.diagnostics.filter(({ severity }) => severity === 'error').length
  byId('status').textContent =
    errors > 0 ? `${errors} errors: shown is the last good state` : `Up to date (build ${state.build})`
}

/** Only pages that differ are made anew, so that the place on the screen is kept. */
function showPages() {
  const main = byId('pages')
  const wanted = new Set(state.pages.map(pageId))
  for (const section of [...main.children]) if (!wanted.has(section.id)) section.remove()
  state.pages.forEach((page, index) => {
    const known = byId(pageId(page))
    const content = JSON.stringify([page.svg, page.notes, page.title])
    if (known?.dataset.content === content) return
    const section = known ?? make('section', { id: pageId(page), className: 'page' })
    const drawing = new DOMParser().parseFromString(page.svg, 'image/svg+xml').documentElement
    section.replaceChildren(
      make('h2', { textContent: pageName(page) }),
      document.importNode(drawing, true),
      ...notesOf(page),
    )
    section.dataset.content = content
    section.setAttribute('aria-label', pageName(page))
    if (!known) main.insertBefore(section, main.children[index] ?? null)
  })
}

/** A slide's notes, folded up. */
function notesOf({ notes }) {
  if (notes.length === 0) return []
  const paragraphs = notes.map((textContent) => make('p', { textContent }))
  return [make('details', {}, make('summary', { textContent: 'Speaker notes' }), ...paragraphs)]
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

function showList() {
  const words = byId('search').value.toLowerCase().split(/\s+/).filter(Boolean)
  const found = state.figures.filter(({ key, label, printed }) => {
    const text = `${key} ${label} ${printed}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  byId('count').textContent = `${found.length} of ${state.figures.length} figures`
  byId('list').replaceChildren(
    ...found.map((figure) =>
      make('li', {}, link(figure), make('div', { className: 'quiet', textContent: figure.printed })),
    ),
  )
}

/** Shows the figure that the address names: its source, its line, and all places where it stands. */
function choose(isMoved) {
  const key = location.hash.startsWith('#figure=') ? decodeURIComponent(location.hash.slice('#figure='.length)) : ''
  const figure = state.figures.find((one) => one.key === key)
  byId('detail').hidden = !figure
  for (const chosen of document.querySelectorAll('a.chosen')) chosen.classList.remove('chosen')
  if (!figure) return
  for (const other of document.querySelectorAll('.page a.figure')) {
    if (other.getAttribute('href') === location.hash) other.classList.add('chosen')
  }
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
  const places = figure.places.map((place) => {
    const anchor = make('a', {
      href: `#${place.document}-${place.page}`,
      textContent: `${pageWord(place)} ${place.page}`,
    })
    // The figure stays chosen while its page is shown.
    anchor.addEventListener('click', (event) => {
      event.preventDefault()
      byId(`${place.document}-${place.page}`)?.scrollIntoView()
    })
    return make('li', {}, anchor, ` ${place.item}: ${place.printed}`)
  })
  byId('detail')
    .querySelector('ul')
    .replaceChildren(...(places.length > 0 ? places : [make('li', { textContent: 'in neither document' })]))
  if (isMoved) byId('detail').focus()
}

function link({ key, label }) {
  return make('a', { href: `#figure=${encodeURIComponent(key)}`, textContent: label })
}

function pageId({ document, number }) {
  return `${document}-${number}`
}

function pageName(page) {
  return `${pageWord(page)} ${page.number}: ${page.title}`
}

function pageWord({ document }) {
  return document === 'deck' ? 'Slide' : 'Page'
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

byId('search').addEventListener('input', showList)
window.addEventListener('hashchange', () => choose(true))
new EventSource('/events').addEventListener('message', load)
load()
