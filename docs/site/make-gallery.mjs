// Builds the gallery of the site: docs/gallery (pages) and docs/public/gallery (pictures, and the documents to download). Charts by
// name are those of test/reports/gallery; blocks and layouts those of docs/site/gallery, on the starter's figures.
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { buildReport, makeFolder, root, runCommand } from './build-report.mjs'
import { drawPages, readWords } from './draw-pages.mjs'

const pages = join(root, 'docs/gallery')
const pictures = join(root, 'docs/public/gallery')
const starter = join(root, 'src/init/starter')
const templates = join(root, 'docs/site/gallery')

for (const folder of [pages, pictures]) rmSync(folder, { recursive: true, force: true })
mkdirSync(pages, { recursive: true })

const charts = await showSections('charts', copyReport(join(root, 'test/reports/gallery')))
const blocks = await showSections('blocks', copyReport(starter, join(templates, 'blocks')))
const layouts = await showSections('layouts', copyReport(starter, join(templates, 'layouts')))
write(
  'charts',
  'Charts by name',
  'Each from one line of a template, drawn for the slide and for the page alike; PowerPoint’s own charts where it has one that says the same.',
  ...charts,
)
write('blocks', 'Blocks', 'What stands beside Markdown’s own, on a slide and on a page.', ...blocks)
write('layouts', 'Layouts of slides', 'All that `::slide{layout="…"}` may name.', ...layouts)
const themes = await showThemes()
const examples = await showExamples()
write('themes', 'Themes', 'The same report in each theme that ships with Briefwright.', ...themes)
write('examples', 'Reports to start from', ...examples)
write(
  'index',
  'Gallery',
  'Each with the picture of a slide and of a page, its source to copy, and the documents to download.',
  ...[
    ['Charts by name', 'charts', charts],
    ['Blocks', 'blocks', blocks],
    ['Layouts of slides', 'layouts', layouts],
    ['Themes', 'themes', themes],
    ['Reports to start from', 'examples', examples],
  ].map(([title, name, sections]) => `## [${title}](${name}.md)\n\n${samplePicture(sections)}`),
)

/** The third picture of a page of the gallery, as Markdown: covers and contents come first. */
function samplePicture(sections) {
  return sections.join('\n').match(/!\[[^\]]*\]\([^)]*\)/g)?.[2] ?? ''
}

/** The sections of a report's deck and briefing, each with its pictures and its source. */
async function showSections(name, folder) {
  const template = (kind) => join(folder, 'templates', `${kind}.md.hbs`)
  const briefing = existsSync(template('briefing')) ? readFileSync(template('briefing'), 'utf8') : ''
  // A page each, so that it has a picture of its own.
  if (briefing) writeFileSync(template('briefing'), briefing.replaceAll(/^(?=## )/gm, '::page-break\n\n'))
  const { slides, sheets, told } = await show(name, folder, { isCropped: true })
  const onSlides = new Map(sectionsOf(readFileSync(template('deck'), 'utf8'), '# '))
  const onPages = new Map(sectionsOf(briefing, '## '))
  if (onSlides.size !== slides.length) throw new Error(`${name}: ${onSlides.size} sections on ${slides.length} slides`)
  const titles = [...new Set([...onSlides.keys(), ...onPages.keys()])]
  const entries = titles.map((title) => {
    const slide = slides[[...onSlides.keys()].indexOf(title)]
    const sheet = onPages.has(title) && sheets.find(({ words }) => words.includes(title))
    return [
      `## ${title}`,
      ...(slide ? [picture(slide, `A slide: ${title}`)] : []),
      ...(sheet ? [picture(sheet.address, `A page: ${title}`)] : []),
      ...(slide ? [source('handlebars', onSlides.get(title))] : []),
      ...(sheet ? [slide ? 'On a page:' : '', source('handlebars', onPages.get(title))] : []),
    ].join('\n\n')
  })
  return [told, ...entries]
}

/** The parts of a template that begin with a heading: its text, and all of them. */
function sectionsOf(text, heading) {
  return text
    .split(new RegExp(`^(?=${heading})`, 'm'))
    .filter((part) => part.startsWith(heading))
    .map((part) => [part.slice(heading.length, part.indexOf('\n')), part])
}

async function showThemes() {
  const sample = sectionsOf(readFileSync(join(templates, 'layouts/deck.md.hbs'), 'utf8'), '# ')
    .filter(([, part]) => /layout="(title|key-figures|two-charts)"/.test(part))
    .map(([, part]) => part)
    .join('')
  const { properties } = JSON.parse(runCommand('schema', 'theme'))
  const shown = []
  for (const theme of properties.base.enum) {
    const folder = copyReport(starter)
    const yaml = `base: ${theme}\n`
    writeFileSync(join(folder, 'templates/deck.md.hbs'), sample)
    writeFileSync(join(folder, 'templates/theme.yaml'), yaml)
    const { slides, sheets, told } = await show(`theme-${theme}`, folder)
    const drawn = [...slides, sheets[0].address].map((address, index) => picture(address, `${theme}, ${index + 1}`))
    shown.push([`## ${theme}`, ...drawn, source('yaml', `# templates/theme.yaml\n${yaml}`), told].join('\n\n'))
  }
  return shown
}

/** The starter, those of examples/, and the first report, from which the others are a step away. */
async function showExamples() {
  const names = readdirSync(join(root, 'examples')).filter((name) => existsSync(join(root, 'examples', name, 'data')))
  const examples = names.map((name) => {
    const readme = readFileSync(join(root, 'examples', name, 'README.md'), 'utf8')
    const [, title, about] = /^# ([^\n]*)\n\n(.*?)\n\n/s.exec(readme)
    return { name, folder: join(root, 'examples', name), title, about, start: `init report --example ${name}` }
  })
  const reports = [
    {
      ...{ name: 'library', folder: starter, title: 'A library’s year', start: 'init report' },
      about: 'The small report that every other page begins with: eleven figures, a deck, a briefing.',
    },
    ...examples,
    {
      ...{ name: 'first', folder: root, title: 'China’s internet, December 2023' },
      about: 'The report of this repository: real figures, in English and Chinese, with a briefing on one page.',
    },
  ]
  const shown = []
  for (const { name, folder, title, about, start } of reports) {
    const { slides, sheets, told } = await show(`report-${name}`, copyReport(folder))
    const drawn = [...slides.slice(0, 6), ...sheets.slice(0, 2).map(({ address }) => address)]
    const parts = drawn.map((address, index) => picture(address, `${title}, picture ${index + 1}`))
    shown.push([`## ${title}`, about, ...(start ? [`\`briefwright ${start}\``] : []), ...parts, told].join('\n\n'))
  }
  return shown
}

/** A report to build, with other templates where they are given. */
function copyReport(folder, others) {
  const copy = makeFolder()
  for (const part of readdirSync(folder).filter((name) => !/^(out|node_modules|dist|docs|test|src|\..*)$/.test(name)))
    cpSync(join(folder, part), join(copy, part), { recursive: true })
  if (!others) return copy
  for (const kind of ['deck', 'briefing']) rmSync(join(copy, 'templates', `${kind}.md.hbs`))
  cpSync(others, join(copy, 'templates'), { recursive: true })
  return copy
}

/** Builds a report, and puts its pictures and documents where the site finds them, under a name. */
async function show(name, folder, options) {
  const out = join(folder, 'out')
  const { documents, slides } = buildReport(folder, out, { slides: true })
  // Of a report in several languages the pictures are those of its own.
  const { id, language } = parse(readFileSync(join(folder, 'data/report.yaml'), 'utf8'))
  const isOwn = (file) => [id, `${id}.${language}`].includes(file.replace(/(-slide-\d+)?\.\w+$/, ''))
  const target = join(pictures, name)
  mkdirSync(target, { recursive: true })
  for (const file of [...documents, ...slides.filter(isOwn)]) copyFileSync(join(out, file), join(target, file))
  const address = (file) => `/gallery/${name}/${file}`
  const briefing = documents.find((file) => file.endsWith('.pdf') && isOwn(file))
  const drawn = briefing ? await drawPages(join(out, briefing), target, options) : []
  const words = briefing ? await readWords(join(out, briefing)) : []
  return {
    slides: slides.filter(isOwn).map(address),
    sheets: drawn.map((file, index) => ({ address: address(file), words: words[index] })),
    told: documents.map((file) => `<a href="${address(file)}" download>${file}</a>`).join(' · '),
  }
}

function write(name, title, ...parts) {
  writeFileSync(join(pages, `${name}.md`), `${[`# ${title}`, ...parts].join('\n\n')}\n`)
}

function picture(address, alt) {
  return `![${alt}](${address})`
}

function source(language, text) {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``
}
