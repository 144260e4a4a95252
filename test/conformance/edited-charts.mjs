// What a colleague sees after Edit Data: a number changed in a chart's workbook, and in what the chart keeps of it, changes the label that LibreOffice draws, in the
// language of the deck. Labels that were typed would stay as they were.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { drawDecks } from './soffice.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A report, a number of one of its charts, and what stands beside it before and after it is edited. */
const edits = [
  { report: root, language: 'zh', unit: ', 亿', from: '10.92', to: '11.08', was: '10.92亿', is: '11.08亿' },
  { report: root, language: 'zh', unit: ', 万', from: '1788', to: '1803', was: '1788万', is: '1803万' },
  { report: root, language: 'en', from: '1092000000', to: '1108000000', was: '1.092 billion', is: '1.108 billion' },
  ...[
    ['fr', 'millions'],
    ['de', 'Millionen'],
    ['es', 'millones'],
  ].map(([language, scale]) => ({
    report: join(root, 'test/reports/bicycles'),
    language,
    from: '24830000',
    to: '25410000',
    was: `24,83 ${scale}`,
    is: `25,41 ${scale}`,
  })),
]

/** What is wrong with the labels of edited charts: `[name, faults]` each. */
export function checkEditedCharts() {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-conformance-'))
  try {
    const decks = buildDecks(folder)
    const edited = edits.map((edit, index) => {
      const deck = decks.get(edit.report).find((path) => path.includes(`.${edit.language}.`))
      return { ...edit, deck, changed: editDeck(deck, join(folder, `edited-${index}.pptx`), edit) }
    })
    // All of them are drawn at once.
    drawDecks(edited.flatMap(({ deck, changed }) => [deck, ...changed]))
    return edited.map(({ language, unit = '', ...edit }) => [
      `LibreOffice: a label follows an edited workbook (${language}${unit})`,
      faultsOf(edit),
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The decks of each report, in all its languages. */
function buildDecks(folder) {
  return new Map(
    [...new Set(edits.map(({ report }) => report))].map((report, index) => {
      const out = join(folder, `out-${index}`)
      const command = [join(root, 'dist/briefwright.cjs'), 'build', report, '--to', 'pptx', '--out', out]
      execFileSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] })
      const decks = readdirSync(out).filter((name) => name.endsWith('.pptx'))
      return [report, decks.map((name) => join(out, name))]
    }),
  )
}

/** Writes a deck with the number edited; its path, or none where no chart has that number. */
function editDeck(deck, path, { from, to }) {
  const parts = unzipSync(readFileSync(deck))
  const charts = Object.keys(parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
  if (charts.filter((name) => editChart(parts, name, from, to)).length === 0) return []
  writeFileSync(path, zipSync(parts))
  return [path]
}

function faultsOf({ deck, changed, from, was, is }) {
  if (changed.length === 0) return [`no chart has ${from}`]
  const [before, after] = drawDecks([deck, ...changed]).map(wordsOf)
  return [
    ...(count(before, was) > count(after, was) ? [] : [`${was} stands as often as before`]),
    ...(count(after, is) > count(before, is) ? [] : [`${is} is not drawn`]),
  ]
}

/** Changes a number in a chart and in the cell of its workbook. */
function editChart(parts, name, from, to) {
  const chart = strFromU8(parts[name])
  if (!chart.includes(`<c:v>${from}</c:v>`)) return false
  const rels = strFromU8(parts[name.replace('charts/', 'charts/_rels/').concat('.rels')])
  const [, target] = /Target="\.\.\/(embeddings\/[^"]+\.xlsx)"/.exec(rels) ?? []
  const workbook = unzipSync(parts[`ppt/${target}`])
  const sheet = strFromU8(workbook['xl/worksheets/sheet1.xml'])
  if (!sheet.includes(`<v>${from}</v>`)) return false
  workbook['xl/worksheets/sheet1.xml'] = strToU8(sheet.replaceAll(`<v>${from}</v>`, `<v>${to}</v>`))
  parts[`ppt/${target}`] = zipSync(workbook)
  parts[name] = strToU8(chart.replaceAll(`<c:v>${from}</c:v>`, `<c:v>${to}</c:v>`))
  return true
}

/** The words of a PDF, without spaces: readers of PDFs put some between digits and Chinese. */
function wordsOf(pdf) {
  return execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
}

function count(text, words) {
  return text.split(words.replaceAll(' ', '')).length - 1
}
