// How many reports a batch makes, by the CPU's time, which other work on the machine does not change: what each further one takes among many. Part of npm run bench;
// alone: node test/bench/rates.mjs [PART], of which 1, the default, is the whole.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const fixtures = join(here, '../fixtures')
const command = join(here, '../../dist/briefwright.cjs')
const part = Number(process.argv[2] ?? 1)
const folder = mkdtempSync(join(tmpdir(), 'briefwright-rates-'))

try {
  console.log('\nreports in a batch, by the CPU: what a further one takes, and how many that is an hour on one core')
  const regions = ['north', 'south', 'islands']
  const page = copy('regions', (number) => `${number},${regions[number % 3]}`, 'id,region')
  measure('a page with two charts', page, ['--to', 'pdf'], 300 * part)
  measure('… and its deck', page, [], 150 * part)
  const whole = copy('internet', (number) => `r${number},Reader ${letters(number)}`, 'id,reader')
  nameReader(whole)
  measure('18 slides and 10 pages with 15 charts', whole, [], 40 * part)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function copy(fixture, row, head) {
  const report = join(folder, fixture)
  for (const under of ['data', 'templates'])
    cpSync(join(fixtures, fixture, under), join(report, under), { recursive: true })
  return { report, table: (count) => [head, ...Array.from({ length: count }, (_, number) => row(number))].join('\n') }
}

/** What its variants differ in: the name of a reader on the first slide and in the first paragraph. */
function nameReader({ report }) {
  for (const name of ['deck', 'briefing']) {
    const path = join(report, `templates/${name}.md.hbs`)
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(/^# .*$/m, (title) => `${title}: {{variant "reader"}}`)
    if (changed === text) throw new Error(`no title in ${path}`)
    writeFileSync(path, changed)
  }
}

function measure(name, { report, table }, options, count) {
  const [few, many] = [count / 5, count].map((number) => batch(report, table(Math.max(1, Math.round(number))), options))
  const each = (many.cpu - few.cpu) / (many.count - few.count)
  const told = [
    `${Math.round(each)} ms`,
    `${Math.round(3_600_000 / each)} an hour`,
    `${Math.round(many.kilobytes / 1024)} MB`,
  ]
  console.log(`  ${name.padEnd(40)} ${told.map((one) => one.padStart(16)).join('')}   of ${many.count}`)
}

function batch(report, table, options) {
  const [list, usage] = [join(folder, 'list.csv'), join(folder, 'usage')]
  writeFileSync(list, `${table}\n`)
  const args = ['batch', report, '--variants', list, '--threads', '1', ...options]
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(here, 'report-usage.cjs'), command, ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, USAGE_FILE: usage },
    },
  )
  if (status !== 0) throw new Error(`a batch failed:\n${stderr}`)
  rmSync(join(report, 'out'), { recursive: true, force: true })
  return { count: table.split('\n').length - 1, ...JSON.parse(readFileSync(usage, 'utf8')) }
}

/** A, B, … Z, BA: names without digits, which would be numbers that no figure says. */
function letters(index) {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letters(Math.floor(index / 26))}${letter}`
}
