// Every spec of test/chart/gallery (and of native-specs) drawn both ways: by `briefwright chart` as PDF, rasterised by poppler, and by Vega itself as SVG,
// rasterised by resvg, text measured and drawn with the same font files. Fails where more than `most` of what is drawn differs (the measure: ../chart/picture-difference.mjs),
// or a chart is not drawn at all. Writes out/gallery/index.html: the pictures of those that fail, side by side. Part of npm run conformance.
// Alone, node test/conformance/gallery.mjs [NAME...]: the pictures of all, LibreOffice's drawing of native charts beside them.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import * as fontkit from 'fontkit'
import { PNG } from 'pngjs'
import * as vega from 'vega'
import * as vegaLite from 'vega-lite'
import { bringDown, difference } from '../chart/picture-difference.mjs'

process.env.TZ = 'UTC'
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const out = join(root, 'out/gallery')
/** At most so much of what is drawn may differ. */
const most = 0.01
/** Where resvg kerns letters with the spaces beside them, which browsers, PowerPoint and this program do not: the words stand a pixel elsewhere. */
const kernedSpaces = { 'text-scripts': 0.04, 'text-lines-and-limit': 0.06 }
/** Pixels a point that pictures are drawn with before they are brought down to one. */
const factor = 4

const require = createRequire(import.meta.url)
const files = Object.fromEntries(
  ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'].map((style) => [
    style,
    require.resolve(`@expo-google-fonts/arimo/${style}/Arimo_${style}.ttf`),
  ]),
)
const fonts = Object.fromEntries(
  Object.entries(files).map(([style, file]) => [style, fontkit.create(readFileSync(file))]),
)

/** Draws and compares; a line for each that fails, none where all is well. Alone it is looked at. */
export async function checkGallery(only = [], isAlone = false) {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const specs = findSpecs(only)
  const pictures = drawOurs(specs)
  const natives = isAlone ? drawNatives(specs.filter((spec) => !pictures.has(nameOf(spec)))) : new Set()
  const results = []
  for (const spec of specs) results.push({ ...(await compare(spec, isAlone)), picture: pictures.get(nameOf(spec)) })
  results.sort((one, other) => other.share - one.share)
  const failed = results.filter(isUnlike)
  writeFileSync(join(out, 'index.html'), toPage(isAlone ? results : failed, natives))
  console.log(
    `gallery: ${results.length - failed.length} of ${results.length} charts differ in at most ${percent(most)} of what is drawn; the worst:`,
  )
  for (const { name, share, fault } of results.slice(0, 8))
    console.log(`  ${percent(share)}  ${name}${fault ? `  ${fault}` : ''}`)
  return failed.map(({ name, share, fault }) => `${name}: ${fault ?? `${percent(share)} differs`}`)
}

function findSpecs(only) {
  const found = ['gallery', 'native-specs'].flatMap((folder) => {
    const path = join(root, 'test/chart', folder)
    return existsSync(path)
      ? readdirSync(path)
          .filter((name) => /\.v[lg]\.json$/.test(name))
          .sort()
          .map((name) => join(path, name))
      : []
  })
  const names = new Set()
  return found.filter((spec) => {
    const isNew = !names.has(nameOf(spec))
    names.add(nameOf(spec))
    // Colours of a theme by name: of reports alone.
    const isOfReports = /"expr": *"(accent|context)"/.test(readFileSync(spec, 'utf8'))
    return isNew && !isOfReports && (only.length === 0 || only.includes(nameOf(spec)))
  })
}

function nameOf(spec) {
  return basename(spec).replace(/\.v[lg]\.json$/, '')
}

/** By the command, in Vega's own look, so that Vega is asked for the very same; why each that is a picture in PowerPoint is one. */
function drawOurs(specs) {
  const command = join(root, 'dist/briefwright.cjs')
  const args = [command, 'chart', ...specs, '-o', out, '--to', 'pdf,svg,pptx', '--no-theme', '--timeout', '120']
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 })
  if (status !== 0) throw new Error(`the gallery cannot be drawn:\n${stderr}`)
  return new Map(
    [...stderr.matchAll(/([^/\n]+)\.v[lg]\.json: (a picture on the slide.*)/g)].map(([, name, why]) => [name, why]),
  )
}

/** LibreOffice's drawing of the native charts; the names of those that it drew. */
function drawNatives(specs) {
  if (spawnSync('which', ['soffice']).status !== 0) return new Set()
  const decks = specs.map((spec) => join(out, `${nameOf(spec)}.pptx`))
  mkdirSync(join(out, 'slides'))
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', join(out, 'slides'), ...decks], {
    stdio: 'ignore',
    timeout: 600_000,
  })
  return new Set(
    specs.map(nameOf).filter((name) => {
      const slide = join(out, 'slides', name)
      if (!existsSync(`${slide}.pdf`)) return false
      execFileSync('pdftocairo', ['-png', '-singlefile', '-r', '48', `${slide}.pdf`, slide])
      return true
    }),
  )
}

function isUnlike({ name, share }) {
  return share > (kernedSpaces[name] ?? most)
}

/** How much the two drawings differ; their pictures are written where they do, or all are looked at. */
async function compare(spec, isLookedAt) {
  const name = nameOf(spec)
  try {
    const reference = new Resvg(await vegaSvg(spec), {
      font: {
        loadSystemFonts: false,
        fontFiles: Object.values(files),
        defaultFontFamily: 'Arimo',
        sansSerifFamily: 'Arimo',
      },
      background: '#ffffff',
      fitTo: { mode: 'zoom', value: factor },
    }).render()
    const theirs = { width: reference.width, height: reference.height, data: reference.pixels, channels: 4 }
    const ours = readPpm(
      execFileSync('pdftoppm', ['-r', String(72 * factor), join(out, `${name}.pdf`)], { maxBuffer: 1e9 }),
    )
    const [one, other] = [bringDown(ours, factor), bringDown(theirs, factor)]
    const { share, differing } = difference(one, other)
    if (isLookedAt || isUnlike({ name, share })) {
      writePng(`${name}.ours`, bringDown(ours, 2))
      writePng(`${name}.vega`, bringDown(theirs, 2))
      writePng(`${name}.diff`, marked(other, differing))
    }
    return { name, share }
  } catch (error) {
    return { name, share: 1, fault: String(error) }
  }
}

/** Vega's own drawing: nothing of Briefwright's between spec and SVG, but that text is measured with the font that draws it. */
async function vegaSvg(file) {
  vega.textMetrics.width = (item, text) => {
    const set = String(text ?? '').trim()
    const isBold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600
    const style = `${isBold ? '700Bold' : '400Regular'}${item.fontStyle === 'italic' ? '_Italic' : ''}`
    const font = fonts[style]
    const width = (font.layout(set).advanceWidth / font.unitsPerEm) * (item.fontSize ?? 11)
    return item.limit > 0 ? Math.min(width, item.limit) : width
  }
  // The same chance as ours has, from the same seed.
  vega.setRandom(vega.randomLCG(1))
  const spec = JSON.parse(readFileSync(file, 'utf8'))
  const compiled = file.endsWith('.vg.json') ? spec : vegaLite.compile(spec, { logger: vega.logger(vega.Error) }).spec
  const loader = vega.loader({ baseURL: pathToFileURL(dirname(file)).href })
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader, logLevel: vega.Error })
  const svg = await view.toSVG()
  view.finalize()
  // resvg falls back from a family that it lacks to a serif.
  // It does not know the youngest of CSS's names of colours either.
  return svg.replaceAll(/font-family="[^"]*"/g, 'font-family="Arimo"').replaceAll('"rebeccapurple"', '"#663399"')
}

function readPpm(bytes) {
  const [header, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))
  return { width: Number(width), height: Number(height), data: bytes.subarray(header.length), channels: 3 }
}

/** Vega's drawing, pale, with what differs in red. */
function marked({ width, height, data }, differing) {
  const pale = Float32Array.from(data, (value) => 255 - (255 - value) * 0.25)
  for (const [x, y] of differing) pale.set([255, 0, 0], (y * width + x) * 3)
  return { width, height, data: pale }
}

function writePng(name, { width, height, data }) {
  const png = new PNG({ width, height })
  for (let at = 0; at < width * height; at++)
    png.data.set([data[at * 3] + 0.5, data[at * 3 + 1] + 0.5, data[at * 3 + 2] + 0.5, 255], at * 4)
  writeFileSync(join(out, `${name}.png`), PNG.sync.write(png))
}

function percent(share) {
  return `${(share * 100).toFixed(2)}%`
}

function toPage(results, natives) {
  const cell = (name, of) => `<td><img loading="lazy" src="${name}" alt="${of}"></td>`
  const rows = results.map(
    ({ name, share, fault, picture }) =>
      `<tr id="${name}"><th scope="row">${name}<br>${percent(share)}${fault ? `<br>${fault.replaceAll('<', '&lt;')}` : ''}<br><a href="${name}.pdf">PDF</a> <a href="${name}.svg">SVG</a> <a href="${name}.pptx">PowerPoint</a></th>` +
      cell(`${name}.ours.png`, 'Briefwright, PDF') +
      cell(`${name}.vega.png`, 'Vega, SVG') +
      cell(`${name}.diff.png`, 'what differs') +
      (natives.has(name) ? cell(`slides/${name}.png`, 'native chart in LibreOffice') : `<td>${picture ?? ''}</td>`) +
      '</tr>',
  )
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Gallery of charts</title>
<style>body{font:14px sans-serif;margin:1em}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:6px;vertical-align:top;text-align:left}img{max-width:420px}</style>
<h1>Gallery of charts</h1>
<p>${results.length} specs, worst first. The number is the part of what is drawn that differs between Briefwright's PDF (poppler) and Vega's SVG (resvg); more than ${percent(most)} fails.</p>
<table><thead><tr><th>Spec</th><th>Briefwright's PDF</th><th>Vega's SVG</th><th>What differs</th><th>Native chart, drawn by LibreOffice</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></html>
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = await checkGallery(process.argv.slice(2), true)
  for (const fault of faults) console.log(`FAILED  ${fault}`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
