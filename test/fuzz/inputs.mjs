// What is fuzzed: a sound report with one or two of its files changed, and the command that reads them.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { mutateBytes, mutateText } from './mutate.mjs'

const isText = (name) => /\.(ya?ml|csv|hbs|json|geojson|topojson|svg|txt|md)$/.test(name)

/** Every file below a folder, relative to it. */
export function filesIn(folder, at = folder) {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name)
    return entry.isDirectory() ? filesIn(folder, path) : [relative(folder, path)]
  })
}

/** Kinds of input with how often each is drawn, the report that it starts from (else the starter), the files that change, and the arguments of the command. */
export const kinds = [
  {
    name: 'data',
    weight: 6,
    changes: (name) => /^data\/.*\.(yaml|csv)$/.test(name),
    commands: [['check'], ['build'], ['trace', '--all'], ['export', 'table.csv'], ['edition', '2026']],
  },
  {
    name: 'templates',
    weight: 5,
    changes: (name) => name.endsWith('.hbs'),
    commands: [['check'], ['build'], ['build', '--to', 'deck.pdf,handout,notes,md']],
  },
  { name: 'theme', weight: 2, changes: (name) => name.endsWith('theme.yaml'), commands: [['check'], ['build']] },
  {
    name: 'charts',
    weight: 4,
    changes: (name) => name.endsWith('.vl.json'),
    commands: [
      ['check'],
      ['build'],
      ['chart', 'templates/charts/visits.vl.json', '--to', 'svg,pdf,pptx', '-o', 'out/'],
      ['chart', 'templates/charts/visits.vl.json', '--no-theme', '-o', 'x.svg'],
    ],
  },
  {
    name: 'evidence',
    weight: 2,
    changes: (name) => name.startsWith('data/sources/'),
    commands: [
      ['check'],
      ['evidence', 'data/sources/annual-return.txt'],
      ['evidence', '--draft', 'data/sources/annual-return.txt'],
    ],
  },
  {
    name: 'table',
    weight: 3,
    changes: (name) => name === 'figures.csv',
    commands: [
      ['import', 'figures.csv'],
      ['import', 'figures.csv', '--prefer', 'sheet'],
    ],
  },
  { name: 'workbook', weight: 2, changes: (name) => name === 'figures.xlsx', commands: [['import', 'figures.xlsx']] },
  { name: 'feed', weight: 2, changes: (name) => name === 'feed.csv', commands: [['update'], ['update', '--run']] },
  {
    name: 'deck',
    weight: 4,
    changes: (name) => name === 'built.pptx',
    commands: [
      ['verify', 'built.pptx'],
      ['refresh', 'built.pptx'],
      ['refresh', 'built.pptx', '--dry-run', '--format', 'json'],
    ],
  },
  {
    name: 'deck made by hand',
    weight: 3,
    changes: (name) => name === 'by-hand.pptx' || name === 'adopted/by-hand.yaml',
    commands: [
      ['adopt', 'by-hand.pptx', '--overwrite'],
      ['adopt', 'by-hand.pptx', '--dry-run', '--period', '2024'],
      ['refresh', 'by-hand.pptx'],
    ],
  },
  { name: 'briefing', weight: 2, changes: (name) => name === 'built.pdf', commands: [['verify', 'built.pdf']] },
  {
    name: 'template deck',
    weight: 2,
    changes: (name) => name === 'built.pptx',
    commands: [['build', '--reference', 'built.pptx']],
  },
  {
    name: 'one page',
    report: 'regions',
    weight: 2,
    changes: (name) => name.endsWith('one-page.md.hbs'),
    commands: [
      ['check', '--variant', 'coast'],
      ['build', '--variant', 'hills', '--to', 'one-page'],
    ],
  },
  {
    name: 'variants',
    report: 'regions',
    weight: 2,
    changes: (name) => /readers\.csv$|report\.yaml$/.test(name),
    commands: [
      ['check'],
      ['check', '--variants', 'templates/readers.csv'],
      ['build', '--variants', 'templates/readers.csv', '--to', 'one-page,md'],
      ['trace', '--variant', 'coast'],
    ],
  },
  {
    name: 'maps',
    report: 'regions',
    weight: 3,
    changes: (name) => name.startsWith('templates/shapes/'),
    commands: [
      ['check', '--variant', 'coast'],
      ['build', '--variant', 'coast', '--to', 'pdf'],
      ['chart', 'templates/shapes/map.vl.json', '-o', 'map.svg'],
    ],
  },
  {
    name: 'pictures',
    report: 'regions',
    weight: 3,
    changes: (name) => name.endsWith('.svg') || name.endsWith('theme.yaml'),
    commands: [
      ['check', '--variant', 'coast'],
      ['build', '--variant', 'coast', '--to', 'pptx'],
    ],
  },
  {
    name: 'theme of a deck',
    weight: 2,
    changes: (name) => name === 'built.pptx',
    commands: [['theme', 'theme.yaml', '--from', 'built.pptx']],
  },
  {
    name: 'press release',
    weight: 2,
    changes: (name) => name.startsWith('data/sources/'),
    commands: [
      ['init', 'new', '--from', 'data/sources/annual-return.txt'],
      ['init', 'new', '--from', 'data/sources/annual-return.txt', '--lang', 'zh'],
    ],
  },
  { name: 'environment', weight: 1, changes: () => false, commands: [['check'], ['build'], ['export', 'table.xlsx']] },
  {
    name: 'arguments',
    weight: 2,
    changes: () => false,
    commands: [
      ['build'],
      ['check'],
      ['trace'],
      ['verify'],
      ['chart'],
      ['export'],
      ['import'],
      ['diff'],
      ['edition'],
      ['schema'],
      ['evidence'],
      ['refresh'],
      ['adopt'],
      ['theme'],
      ['init'],
      ['batch'],
      ['completion'],
    ],
  },
]

const words = [
  '--lang',
  'zh',
  'xx',
  '--to',
  'pdf,',
  'pptx',
  '--out',
  '',
  '.',
  '..',
  '/dev/null',
  '--since',
  'HEAD',
  '-',
  '--',
  '--format',
  'json',
  'figures.csv',
  'visits@2024',
  'visits.change',
  '@',
  '--slide',
  '-1',
  '1e9',
  '--handout',
  '5',
  'data',
  'no-such',
  '\u0000',
  '--unknown',
  '-o',
  'x.svg',
  '--report',
  '*',
  '"',
  '$(x)',
]

/** One input that a number decides: a folder made ready and the arguments to run there. Returns what was done to it. */
export function writeInput(folder, reports, random) {
  const kind = random.pick(kinds.flatMap((one) => Array(one.weight).fill(one)))
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(reports, kind.report ?? 'starter'), folder, { recursive: true })
  const files = filesIn(folder).filter(kind.changes)
  const done = []
  for (let count = files.length === 0 ? 0 : 1 + random.below(Math.min(2, files.length)); count > 0; count--) {
    const file = random.pick(files)
    const path = join(folder, file)
    const { bytes, names } = change(file, readFileSync(path), random)
    writeFileSync(path, bytes)
    done.push(`${file}: ${names.join(', ')}`)
  }
  const args = [...random.pick(kind.commands)]
  const environment = kind.name === 'environment' ? makeEnvironment(random) : {}
  if (kind.name === 'arguments') for (let count = random.below(5); count > 0; count--) args.push(random.pick(words))
  return { kind: kind.name, args, environment, done }
}

const variables = ['TZ', 'LANG', 'LC_ALL', 'HOME', 'TMPDIR', 'NO_COLOR', 'FORCE_COLOR', 'TERM', 'COLUMNS', 'CI']
const settings = [
  '',
  '0',
  '-1',
  'zh_CN.UTF-8',
  'tr_TR',
  'Asia/Kathmandu',
  'no/such',
  '/dev/null',
  '\u202e',
  'x'.repeat(5000),
]

/** Variables that change what programs do, with values that nobody meant. */
function makeEnvironment(random) {
  return Object.fromEntries(
    Array.from({ length: 1 + random.below(3) }, () => [random.pick(variables), random.pick(settings)]),
  )
}

/** A package is changed as a whole, or in one of its parts, so that more than its table of contents is tried. */
function change(file, bytes, random) {
  if (isText(file)) return mutateText(file, bytes, random)
  if (!/\.(pptx|xlsx)$/.test(file) || random.next() < 0.3) return mutateBytes(bytes, random)
  const parts = partsOf(bytes)
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name))
  if (names.length === 0) return mutateBytes(bytes, random)
  const part = random.pick(names)
  const changed = mutateText(part, parts[part], random)
  return {
    bytes: Buffer.from(zipSync({ ...parts, [part]: changed.bytes }, { level: 1 })),
    names: [part, ...changed.names],
  }
}

/** The parts of a package; none where an earlier change has broken it. */
function partsOf(bytes) {
  try {
    return unzipSync(bytes)
  } catch {
    return {}
  }
}

/** Writes files by their paths below a folder. */
export function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
