// How near the deck as a PDF is to what LibreOffice draws of the deck: each word at its place. Words of native charts stand where
// the program that opens them puts its axes, and are left out. So are Chinese decks: LibreOffice sets a space between Chinese and
// Latin, which moves all that follows on the line.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { drawDecks } from './soffice.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Points that a word may stand elsewhere: LibreOffice breaks some lines one word earlier or later. */
const tolerance = 6
/** The part of the words that must stand at their place. */
const least = 0.9

/** Points in an English Metric Unit. */
const emu = 12_700

/** Of the report's own deck. */
export const textInPlaceChecks = [
  {
    name: 'words stand where the PDF of the slides has them',
    ending: '.pptx',
    run: (path) => {
      if (dirname(path) !== join(root, 'out') || path.includes('.zh.')) return []
      const folder = mkdtempSync(join(tmpdir(), 'briefwright-conformance-'))
      try {
        const charts = chartBoxes(path)
        const beside = (words, index) => words.filter((word) => !charts[index].some((box) => isWithin(word, box)))
        return compare(ownPages(folder, path).map(beside), libreOfficePages(path))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  },
]

function ownPages(folder, path) {
  const command = join(root, 'dist/briefwright.cjs')
  execFileSync('node', [command, 'build', root, '--to', 'deck.pdf', '--out', folder], { stdio: 'ignore' })
  return wordsOf(join(folder, basename(path).replace('.pptx', '.deck.pdf')))
}

function libreOfficePages(path) {
  const [pdf] = drawDecks([path])
  return wordsOf(pdf)
}

/** The words of each page with their top left corners, points. */
function wordsOf(pdf) {
  const { stdout } = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)"[^>]*>([^<]*)</g)].map(([, x, y, text]) => ({
        x: Number(x),
        y: Number(y),
        text,
      })),
    )
}

/** Of each slide, where its native charts stand, points. */
function chartBoxes(path) {
  const parts = unzipSync(readFileSync(path), { filter: ({ name }) => /^ppt\/slides\/slide\d+\.xml$/.test(name) })
  const names = Object.keys(parts).sort((a, b) => Number(a.match(/\d+/)[0]) - Number(b.match(/\d+/)[0]))
  return names.map((name) =>
    [...strFromU8(parts[name]).matchAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs)]
      .filter(([frame]) => frame.includes('<c:chart '))
      .map(([frame]) => {
        const [, x, y, width, height] = /<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(frame)
        return {
          x: x / emu,
          y: y / emu,
          right: (Number(x) + Number(width)) / emu,
          bottom: (Number(y) + Number(height)) / emu,
        }
      }),
  )
}

const isWithin = ({ x, y }, box) => x >= box.x - 1 && x <= box.right && y >= box.y - 1 && y <= box.bottom

function compare(own, theirs) {
  if (own.length !== theirs.length) return [`${own.length} pages, ${theirs.length} drawn by LibreOffice`]
  const isNear = (a, b) => a.text === b.text && Math.hypot(a.x - b.x, a.y - b.y) <= tolerance
  const pages = own.map((words, index) => words.filter((word) => !theirs[index].some((other) => isNear(word, other))))
  const [away, all] = [pages.flat().length, own.flat().length]
  console.log(`          ${(100 * (1 - away / all)).toFixed(1)}% of ${all} words within ${tolerance} points`)
  if (away <= all * (1 - least)) return []
  return pages.flatMap((words, index) =>
    words.length > 0
      ? [
          `slide ${index + 1}: ${words
            .slice(0, 8)
            .map(({ text }) => text)
            .join(' ')}`,
        ]
      : [],
  )
}
