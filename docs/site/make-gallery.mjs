// Builds the gallery of the site: docs/gallery (pages) and docs/public/gallery (pictures, and the documents to download), from
// docs/site/gallery and the starter's figures, with the command as it is bundled, and from the reports of examples/.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawPages } from './draw-pages.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const pages = join(root, 'docs/gallery')
const pictures = join(root, 'docs/public/gallery')

/** Builds the report in a folder, and puts its pictures and documents where the site finds them, under a name. */
async function show(name, folder) {
  const out = join(folder, 'out')
  execFileSync(
    process.execPath,
    [
      join(root, 'dist/briefwright.cjs'),
      'build',
      folder,
      '--out',
      out,
      '--to',
      existsSync(join(folder, 'templates/deck.md.hbs')) ? 'pptx,pdf,png' : 'pdf',
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const target = join(pictures, name)
  mkdirSync(target, { recursive: true })
  const files = readdirSync(out)
  for (const file of files.filter((one) => /\.(pptx|pdf)$/.test(one))) cpSync(join(out, file), join(target, file))
  const slides = files.filter((file) => /-slide-\d+\.png$/.test(file)).sort()
  for (const file of slides) cpSync(join(out, file), join(target, file))
  const [briefing] = files.filter((file) => file.endsWith('.pdf'))
  const drawn = briefing ? await drawPages(join(out, briefing), target) : []
  const address = (file) => `/gallery/${name}/${file}`
  return {
    slides: slides.map(address),
    pages: drawn.map(address),
    documents: files.filter((one) => /\.(pptx|pdf)$/.test(one)).map(address),
  }
}

/** A report of the starter's figures, with other templates. */
function stage(templates) {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-gallery-'))
  cpSync(join(root, 'src/init/starter'), folder, { recursive: true })
  for (const [name, text] of Object.entries(templates)) writeFileSync(join(folder, 'templates', name), text)
  return folder
}

function write(name, title, ...parts) {
  writeFileSync(join(pages, `${name}.md`), `${[`# ${title}`, ...parts].join('\n\n')}\n`)
}

const picture = (address, alt) => `![${alt}](${address})`
const source = (language, text) => `\`\`\`${language}\n${text.trim()}\n\`\`\``
const download = (addresses) =>
  addresses.map((address) => `<a href="${address}" download>${address.split('/').at(-1)}</a>`).join(' · ')

for (const folder of [pages, pictures]) rmSync(folder, { recursive: true, force: true })
mkdirSync(pages, { recursive: true })

const gallery = join(here, 'gallery/templates')
const deck = readFileSync(join(gallery, 'deck.md.hbs'), 'utf8')
const briefing = readFileSync(join(gallery, 'briefing.md.hbs'), 'utf8')
const whole = stage({ 'deck.md.hbs': deck, 'briefing.md.hbs': briefing })
const shown = await show('library', whole)
const sections = deck.split(/^(?=# )/m).filter((text) => text.startsWith('# '))
if (sections.length !== shown.slides.length)
  throw new Error(`${sections.length} sections on ${shown.slides.length} slides`)
const entries = sections.map((text, index) => ({
  name: /chart:(\w+)/.exec(text)?.[1] ?? '',
  layout: /layout="([\w-]+)"/.exec(text)?.[1],
  text,
  slide: shown.slides[index],
}))
const told = download(shown.documents)
write(
  'charts',
  'Charts by name',
  'Each from one line of a template, drawn for the slide and for the page alike; PowerPoint’s own charts where it has one that says the same.',
  told,
  ...entries
    .filter(({ layout }) => layout === undefined)
    .map(({ name, text, slide }) =>
      [`## ${name}`, picture(slide, `A slide with the chart ${name}`), source('handlebars', text)].join('\n\n'),
    ),
)
write(
  'layouts',
  'Layouts and pages',
  'The layouts of slides, and the pages of a briefing.',
  told,
  ...entries
    .filter(({ layout }) => layout !== undefined)
    .map(({ layout, text, slide }) =>
      [`## ${layout}`, picture(slide, `A slide of the layout ${layout}`), source('handlebars', text)].join('\n\n'),
    ),
  '## Pages of the briefing',
  ...shown.pages.map((address, index) => picture(address, `Page ${index + 1} of the briefing`)),
  source('handlebars', briefing),
)

const themes = []
const sample = sections.filter((text) => /layout="(title|key-figures)"|chart:grouped/.test(text)).join('')
for (const theme of ['office', 'newsroom', 'stage', 'contrast']) {
  const yaml = `base: ${theme}\n`
  const {
    slides,
    pages: sheets,
    documents,
  } = await show(`theme-${theme}`, stage({ 'deck.md.hbs': sample, 'briefing.md.hbs': briefing, 'theme.yaml': yaml }))
  const drawn = [...slides, ...sheets.slice(0, 1)].map((address) => picture(address, `In the theme ${theme}`))
  themes.push(
    [`## ${theme}`, ...drawn, source('yaml', `# templates/theme.yaml\n${yaml}`), download(documents)].join('\n\n'),
  )
}
write('themes', 'Themes', 'The same report in each theme that ships with Briefwright.', ...themes)

const examples = []
for (const name of existsSync(join(root, 'examples')) ? readdirSync(join(root, 'examples')) : []) {
  const folder = join(root, 'examples', name)
  if (!existsSync(join(folder, 'data'))) continue
  const copy = mkdtempSync(join(tmpdir(), 'briefwright-gallery-'))
  cpSync(folder, copy, { recursive: true })
  const { slides, pages: sheets, documents } = await show(`example-${name}`, copy)
  const [, title = name, about = ''] =
    /^# (.*)\n\n(.*?)\n\n/s.exec(readFileSync(join(folder, 'README.md'), 'utf8')) ?? []
  const drawn = [...slides.slice(0, 4), ...sheets.slice(0, 1)].map((address, index) =>
    picture(address, `${title}, picture ${index + 1}`),
  )
  examples.push(
    [`## ${title}`, about, `\`briefwright init report --example ${name}\``, ...drawn, download(documents)].join('\n\n'),
  )
}
write('examples', 'Reports to start from', ...examples)
write(
  'index',
  'Gallery',
  '- [Charts by name](charts.md)\n- [Layouts and pages](layouts.md)\n- [Themes](themes.md)\n- [Reports to start from](examples.md)',
  picture(shown.slides[0], 'The first slide of the gallery’s deck'),
)
