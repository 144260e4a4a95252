// npm run documents: builds the finished documents of the first report, of the starter and of each report of examples/ into
// docs/documents, to be looked at without building, and the pictures of READMEs.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { parse } from 'yaml'
import { buildReport, hasTemplate, makeFolder, root, runCommand } from './build-report.mjs'
import { drawPages } from './draw-pages.mjs'

const documents = join(root, 'docs/documents')

const examples = readdirSync(join(root, 'examples'))

rmSync(documents, { recursive: true, force: true })
const made = [
  ['internet', root],
  ['library', join(root, 'src/init/starter')],
  ...examples.map((name) => [name, join(root, 'examples', name)]),
].map(([name, folder]) => {
  const out = makeFolder()
  const files = buildReport(folder, out).documents
  for (const file of files) cpSync(join(out, file), join(documents, name, file))
  return { name, files }
})
for (const name of examples)
  writeFileSync(
    join(root, 'examples', name, 'preview.png'),
    await drawPreview(join(root, 'examples', name), [0, 1, 2, 3], [0]),
  )
writeFileSync(join(documents, 'README.md'), contents(made))
writeFileSync(join(root, 'out/preview.png'), await drawPreview(root, [0, 6, 4, 10], [0, 6]))

function contents(reports) {
  const rows = reports.map(
    ({ name, files }) => `| ${name} | ${files.map((file) => `[${file}](${name}/${file})`).join('<br>')} |`,
  )
  return [
    '# Finished documents',
    '<!-- Made by npm run documents. -->',
    'What `briefwright build` makes of the report in this repository (`internet`), of the one that `briefwright init` begins with (`library`) and of those in [examples](../../examples).',
    `| report | documents |\n|---|---|\n${rows.join('\n')}`,
    '',
  ].join('\n\n')
}

/** Slides of a report's deck, two in a row, and pages of its briefing beside each other, by their indexes; in pixels. */
async function drawPreview(report, slideIndexes, pageIndexes) {
  const folder = makeFolder()
  const { language } = parse(readFileSync(join(report, 'data/report.yaml'), 'utf8'))
  const formats = [
    ['deck', 'deck.pdf'],
    ['briefing', 'pdf'],
  ].flatMap(([kind, format]) => (hasTemplate(report, kind) ? format : []))
  runCommand('build', report, '--out', folder, '--lang', language, '--to', formats.join())
  const draw = async (isWanted, indexes, width) => {
    const file = readdirSync(folder).find((name) => name.endsWith('.pdf') && isWanted(name))
    const drawn = file === undefined ? [] : await drawPages(join(folder, file), folder, { width })
    return indexes.flatMap((index) => drawn[index] ?? [])
  }
  const [wide, high, gap] = [469, 264, 12]
  const tall = 2 * high + gap
  const sheet = Math.round(tall / Math.SQRT2)
  const slides = await draw((name) => name.endsWith('.deck.pdf'), slideIndexes, wide)
  const pages = await draw((name) => !name.endsWith('.deck.pdf'), pageIndexes, sheet)
  const columns = Math.min(2, slides.length)
  const left = gap + columns * (wide + gap)
  const picture = new PNG({ width: left + pages.length * (sheet + gap), height: tall + 2 * gap })
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([0xe4, 0xe6, 0xea, 0xff], at)
  const place = (file, x, y) => {
    const { data, width, height } = PNG.sync.read(readFileSync(join(folder, file)))
    PNG.bitblt({ data, width, height }, picture, 0, 0, width, Math.min(height, picture.height - y), x, y)
  }
  for (const [at, slide] of slides.entries())
    place(slide, gap + (at % 2) * (wide + gap), gap + Math.floor(at / 2) * (high + gap))
  for (const [at, page] of pages.entries()) place(page, left + at * (sheet + gap), gap)
  return PNG.sync.write(picture)
}
