// How a build grows with each thing that a report can have many of: 10, 100, 1,000 and 10,000 of it. The CPU's time, as other work on the machine does not
// change it, and the peak of memory; of observations 100,000 too. Part of npm run bench; alone: node test/bench/growth.mjs
// [--quick] [KIND...], quick without the 10,000 and more.
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const command = join(here, '../../dist/briefwright.cjs')
const folder = mkdtempSync(join(tmpdir(), 'briefwright-growth-'))
const isQuick = process.argv.includes('--quick')
const usual = isQuick ? [10, 100, 1000] : [10, 100, 1000, 10_000]
const sentence = 'Readers come to the library to borrow, to read and to learn.'
/** Of which a sentence can name a thousand days before the report's own year. */
const lately = Date.UTC(2022, 3, 7)
const some = (count, item) => Array.from({ length: count }, (_, index) => item(index)).join('')

/** What to add to a small report, so many times; its briefing, or its deck. */
const kinds = {
  observations: (count) => ({ rows: days(count, Date.UTC(1700, 0, 1)) }),
  'table rows': (count) => ({
    briefing: `| A | B | C |\n| :-- | --: | --: |\n${some(count, (index) => `| Branch ${letters(index)} | {{value "visits"}} | {{value "loans"}} |\n`)}`,
  }),
  'list items': (count) => ({ briefing: some(count, () => `- ${sentence}\n`) }),
  'words in a paragraph': (count) => ({ briefing: some(Math.ceil(count / 11), () => `${sentence} `) }),
  'figures in a sentence': (count) => ({
    rows: days(count, lately),
    briefing: `Visits to Central were ${some(count, (index) => `{{value "central-visits@${day(index, lately)}"}} on ${dayInWords(index)}, `)}as counted.\n`,
  }),
  footnotes: (count) => ({
    briefing:
      some(count, (index) => `${sentence}[^n${index}]\n\n`) + some(count, (index) => `[^n${index}]: ${sentence}\n\n`),
  }),
  charts: (count) => ({ briefing: some(count, () => '![](charts/visits.vl.json "Visits")\n\n') }),
  pages: (count) => ({
    briefing: some(count, (index) => `::page-break\n\n## Part ${letters(index)}\n\n${sentence} {{value "visits"}}\n\n`),
  }),
  slides: (count) => ({
    deck: some(
      count,
      (index) =>
        `\n# Part ${letters(index)} counts {{value "visits"}} visits\n\n- ${sentence}\n\n:::notes\n${sentence}\n:::\n`,
    ),
  }),
}

try {
  const asked = process.argv.slice(2).filter((name) => name !== '--quick')
  console.log(`\ngrowth: CPU milliseconds and megabytes, with ${usual.join(', ')} of each`)
  for (const kind of Object.keys(kinds)) if (asked.length === 0 || asked.includes(kind)) measureKind(kind)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measureKind(kind) {
  const all = kind === 'observations' && !isQuick ? [...usual, 100_000] : usual
  // Nobody writes a sentence of ten thousand figures, and it takes minutes.
  const sizes = kind === 'figures in a sentence' ? all.filter((count) => count <= 1000) : all
  const figures = sizes.map((count) => build(kind, count))
  const told = figures.map(
    ({ cpu, kilobytes, failed }) => failed ?? `${Math.round(cpu)} ms ${Math.round(kilobytes / 1024)} MB`,
  )
  const further = figures
    .slice(1)
    .map(({ cpu }, index) => (cpu - figures[index].cpu) / (sizes[index + 1] - sizes[index]))
  const each = further.slice(-2).map((milliseconds) => milliseconds.toFixed(2))
  console.log(
    `  ${kind.padEnd(22)} ${told.map((one) => one.padStart(18)).join('')}   a further one ${each.join(' ms, then ')} ms`,
  )
}

function build(kind, count) {
  const report = join(folder, `${kind.replaceAll(' ', '-')}-${count}`)
  execFileSync(process.execPath, [command, 'init', report], { stdio: 'pipe' })
  const { rows = '', briefing = '', deck = '' } = kinds[kind](count)
  const [template, text] = deck ? ['deck', deck] : ['briefing', briefing]
  if (rows) appendFileSync(join(report, 'data/visits.csv'), rows)
  if (text) {
    const path = join(report, `templates/${template}.md.hbs`)
    const head = template === 'deck' ? readFileSync(path, 'utf8') : '# {{title}}\n\n## Many\n\n'
    writeFileSync(path, `${head}\n${text}`)
  }
  const usage = join(folder, 'usage')
  const args = ['--require', join(here, 'report-usage.cjs'), command, 'build', report, '--to', deck ? 'pptx' : 'pdf']
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, USAGE_FILE: usage },
    timeout: 600_000,
  })
  const measured = status === null ? { cpu: Number.NaN, kilobytes: 0 } : JSON.parse(readFileSync(usage, 'utf8'))
  rmSync(report, { recursive: true, force: true })
  return status === 0
    ? measured
    : {
        ...measured,
        failed: `(${stderr
          .trim()
          .split('\n')[0]
          .replace(/^.*?(error|warning): /, '')
          .slice(0, 40)})`,
      }
}

/** Rows of so many daily visits to Central. */
function days(count, first) {
  return some(count, (index) => `central-visits,${day(index, first)},${1000 + index},,annual-return,1,\n`)
}

function day(index, first) {
  return new Date(first + index * 86_400_000).toISOString().slice(0, 10)
}

function dayInWords(index) {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  return new Date(lately + index * 86_400_000).toLocaleDateString('en-GB', options)
}

/** A, B, … Z, BA: names without digits, which would be numbers that no figure says. */
function letters(index) {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letters(Math.floor(index / 26))}${letter}`
}
