// How the time of a build grows with the document: a briefing of some 200 pages with 500 figures, notes in the margin, contents and a table
// of 2,000 rows, and half and a quarter of it. In a linear build a further page takes what it takes in a short
// document. The CPU's time, as other work on the machine does not change it; alone: node test/bench/stress.mjs.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const command = join(here, '../../dist/briefwright.cjs')
const runs = 3
const sentence =
  'Readers come to the library to borrow, to read and to learn, and the staff at each desk help them to find what they came for. '

const folder = mkdtempSync(join(tmpdir(), 'briefwright-stress-'))
try {
  console.log('\na briefing of many pages')
  const [quarter, half, whole] = [1 / 4, 1 / 2, 1].map(measure)
  const first = perPage(quarter, half)
  const further = perPage(half, whole)
  for (const { pages, cpu, kilobytes } of [quarter, half, whole]) {
    console.log(
      `  ${String(pages).padStart(4)} pages ${`${Math.round(cpu)} ms`.padStart(9)} of CPU ${Math.round(kilobytes / 1024)} MB`,
    )
  }
  console.log(
    `  a further page takes ${further.toFixed(1)} ms; ${(further / first).toFixed(2)} of what it takes in a document half as long`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** What each page adds, from a shorter document to a longer one. */
function perPage(short, long) {
  return (long.cpu - short.cpu) / (long.pages - short.pages)
}

/** Pages of a briefing of so much of the whole, and the CPU's milliseconds that its build takes: the least of some builds. */
function measure(part) {
  const report = join(folder, String(part))
  execFileSync(process.execPath, [command, 'init', report], { stdio: 'pipe' })
  rmSync(join(report, 'templates/deck.md.hbs'))
  lowerCharts(report)
  writeFileSync(join(report, 'templates/briefing.md.hbs'), briefing(100 * part, 2000 * part))
  const builds = Array.from({ length: runs }, () => build(report))
  return builds.reduce((least, build) => (build.cpu < least.cpu ? build : least))
}

/** Five charts to a page. */
function lowerCharts(report) {
  for (const name of ['visits', 'digital-share']) {
    const path = join(report, 'templates/charts', `${name}.vl.json`)
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), width: 480, height: 90 }))
  }
}

function briefing(sections, rows) {
  const numbers = Array.from(
    { length: rows },
    () => '| A branch | {{value "visits"}} | {{value "members"}} | {{value "loans"}} |',
  )
  return [
    '# {{title}}',
    '::contents',
    ...Array.from({ length: sections }, section),
    '## All branches',
    [':::table[Branches]', '| Branch | Visits | Members | Loans |', '|:--|--:|--:|--:|', ...numbers, ':::'].join('\n'),
  ].join('\n\n')
}

function section() {
  const charts = ['visits', 'digital-share', 'visits', 'digital-share', 'visits']
  return [
    '## The library again',
    '### Visits',
    `${sentence.repeat(3)}There were {{value "visits"}} visits.`,
    ':::note[Visit]{place="margin"}\n{{definition "visits"}}\n:::',
    ...charts.flatMap((name) => [sentence.repeat(2), `![](charts/${name}.vl.json "A figure of many")`]),
  ].join('\n\n')
}

function build(report) {
  const usage = join(folder, 'usage')
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(here, 'report-usage.cjs'), command, 'build', report, '--to', 'pdf', '--log-format', 'json'],
    { encoding: 'utf8', env: { ...process.env, USAGE_FILE: usage } },
  )
  if (status !== 0) throw new Error(stderr)
  const entries = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { pages } = entries.find(({ type }) => type === 'made')
  return { pages, ...JSON.parse(readFileSync(usage, 'utf8')) }
}
