// How near the deck as a PDF is to what LibreOffice draws of the deck: each word at its place.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Points that a word may stand elsewhere: LibreOffice breaks some lines one word earlier or later. */
const tolerance = 6
/** The part of the words that must stand at their place. */
const least = 0.9

/** Of the report's own deck. */
export const textInPlaceChecks = [
  {
    name: 'words stand where the PDF of the slides has them',
    ending: '.pptx',
    run: (path) => {
      if (dirname(path) !== join(root, 'out')) return []
      const folder = mkdtempSync(join(tmpdir(), 'briefwright-conformance-'))
      try {
        return compare(ownPages(folder, path), libreOfficePages(folder, path))
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

function libreOfficePages(folder, path) {
  const args = [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    path,
  ]
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 180_000 })
  if (status !== 0) throw new Error(`soffice failed: ${stderr}`)
  return wordsOf(join(folder, basename(path).replace('.pptx', '.pdf')))
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
