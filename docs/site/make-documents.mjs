// npm run documents: builds the finished documents of the first report, of the starter and of each report of examples/ into
// docs/documents, to be looked at without building, and the picture of the README from those of the first report.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { buildReport, makeFolder, root, runCommand } from './build-report.mjs'
import { drawPages } from './draw-pages.mjs'

const documents = join(root, 'docs/documents')

rmSync(documents, { recursive: true, force: true })
const made = [
  ['internet', root],
  ['library', join(root, 'src/init/starter')],
  ...readdirSync(join(root, 'examples')).map((name) => [name, join(root, 'examples', name)]),
].map(([name, folder]) => {
  const out = makeFolder()
  const files = buildReport(folder, out).documents
  for (const file of files) cpSync(join(out, file), join(documents, name, file))
  return { name, files }
})
writeFileSync(join(documents, 'README.md'), contents(made))
writeFileSync(join(root, 'out/preview.png'), await drawPreview())

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

/** Four slides and two pages of the first report beside each other, in pixels. */
async function drawPreview() {
  const folder = makeFolder()
  runCommand('build', root, '--out', folder, '--lang', 'en', '--to', 'deck.pdf,pdf')
  const files = readdirSync(folder)
  const draw = (ending, width) =>
    drawPages(
      join(
        folder,
        files.find((file) => file.endsWith(ending)),
      ),
      folder,
      { width },
    )
  const [wide, high, gap] = [469, 264, 12]
  const tall = 2 * high + gap
  const sheet = Math.round(tall / Math.SQRT2)
  const slides = await draw('.deck.pdf', wide)
  const pages = await draw('.en.pdf', sheet)
  const picture = new PNG({ width: 2 * wide + 2 * sheet + 5 * gap, height: tall + 2 * gap })
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([0xe4, 0xe6, 0xea, 0xff], at)
  const place = (file, x, y) => {
    const { data, width, height } = PNG.sync.read(readFileSync(join(folder, file)))
    PNG.bitblt({ data, width, height }, picture, 0, 0, width, Math.min(height, picture.height - y), x, y)
  }
  for (const [at, index] of [0, 6, 4, 10].entries())
    place(slides[index], gap + (at % 2) * (wide + gap), gap + Math.floor(at / 2) * (high + gap))
  for (const [at, index] of [0, 6].entries()) place(pages[index], 3 * gap + 2 * wide + at * (sheet + gap), gap)
  return PNG.sync.write(picture)
}
