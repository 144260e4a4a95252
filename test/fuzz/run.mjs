// npm run fuzz [-- COUNT [SEED] | -- kept]: feeds the command inputs that nobody meant. Each must end with exit code 0 and whole files,
// or with 1 (2 for its arguments) and a message that says where: no stack trace, no more than 20 seconds and a gigabyte, no
// file half-written, nothing read from outside the report. What fails is kept with its files, and its seed is printed; what
// failed once is in kept-seeds.json.
import { execFileSync, fork } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { filesIn, writeFiles, writeInput } from './inputs.mjs'
import { createRandom } from './mutate.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const seconds = 20
const mostMegabytes = 1024

const seeds = getSeeds(process.argv[2] ?? '200', process.argv[3])
const work = mkdtempSync(join(tmpdir(), 'briefwright-fuzz-'))
const secret = 'this-text-lies-outside-of-every-report'

const command = await bundleCommand()
const reports = makeReports()
const tally = { 0: 0, 1: 0, 2: 0 }
const failures = []
/** Seconds of the processor and inputs, by kind. */
const spent = new Map()
let next = 0
let done = 0
let slowest = 0
await Promise.all(Array.from({ length: Math.min(seeds.length, availableParallelism()) }, (_, lane) => runLane(lane)))
for (const { seed, kind, args, done: changes, fault } of failures) {
  console.log(`FAILED  ${kind} (npm run fuzz -- 1 ${seed}): briefwright ${args.join(' ')}`)
  console.log(`        ${changes.join('; ')}\n        ${fault}`)
}
console.log(
  `accepted ${tally[0]}, refused ${tally[1]}, wrong usage ${tally[2]}; the slowest took ${slowest.toFixed(1)} s`,
)
console.log([...spent].map(([kind, [inputs, time]]) => `${inputs} ${kind} in ${time.toFixed(0)} s`).join(', '))
if (failures.length === 0) rmSync(work, { recursive: true, force: true })
else console.log(`the failed inputs are in ${join(work, 'failed')}`)
console.log(`fuzz: ${seeds.length - failures.length} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1

/** A seed for each input; says which. */
function getSeeds(count, first) {
  if (count === 'kept') return JSON.parse(readFileSync(join(here, 'kept-seeds.json'), 'utf8'))
  const seed = Number(first ?? Math.floor(Math.random() * 2 ** 31))
  console.log(`fuzz: ${count} inputs, seed ${seed} (npm run fuzz -- ${count} ${seed} makes the same ones)`)
  return Array.from({ length: Number(count) }, (_, index) => seed + index)
}

/** The command as a module that one process can run again and again, with the stages of dist/. */
async function bundleCommand() {
  const outfile = join(work, 'command.cjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['src/command/cli.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: `const moduleUrl = ${JSON.stringify(`file://${join(root, 'dist/briefwright.cjs')}`)};` },
    plugins: [builtStages()],
    supported: { 'dynamic-import': false },
    logLevel: 'error',
  })
  return outfile
}

/** What a command imports when it runs is the bundle's, as src/bundle.mjs has it. */
function builtStages() {
  const stages = JSON.stringify(join(root, 'dist/stages.cjs'))
  return {
    name: 'built-stages',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
        kind === 'dynamic-import' ? { path: relative(root, join(resolveDir, path)), namespace: 'stage' } : undefined,
      )
      onResolve({ filter: /stages\.cjs$/ }, ({ path }) => ({ path, external: true }))
      onLoad({ filter: /./, namespace: 'stage' }, ({ path }) => ({
        contents: `module.exports = require(${stages})[${JSON.stringify(path.replaceAll('\\', '/'))}]`,
      }))
    },
  }
}

/** Sound reports with one of everything that the command reads: the starter, its documents, tables, a source's text, a feed; one of regions; and a secret beside them. */
function makeReports() {
  const folder = join(work, 'reports/starter')
  cpSync(join(here, 'regions'), join(work, 'reports/regions'), { recursive: true })
  const run = (...args) =>
    execFileSync(process.execPath, [join(root, 'dist/briefwright.cjs'), ...args], { cwd: folder, stdio: 'pipe' })
  cpSync(join(root, 'src/init/starter'), folder, { recursive: true })
  run('build')
  run('export', 'figures.csv')
  run('export', 'figures.xlsx')
  for (const type of ['pptx', 'pdf']) cpSync(join(folder, `out/library-visits.${type}`), join(folder, `built.${type}`))
  rmSync(join(folder, 'out'), { recursive: true })
  writeFileSync(join(folder, 'by-hand.pptx'), withoutBase(readFileSync(join(folder, 'built.pptx'))))
  run('adopt', 'by-hand.pptx')
  writeFiles(folder, {
    'data/sources/annual-return.txt':
      'The library counted 1.275 million visits in 2025, up 87,000 or 7.3%.\n\nIt had 96,400 members.\n',
    'feed.csv': 'year,members\n2025,96400\n2024,91200\n',
  })
  const report = join(folder, 'data/report.yaml')
  writeFiles(folder, {
    'data/report.yaml': `${readFileSync(report, 'utf8')}feeds:\n  - { csv: feed.csv, source: annual-return, indicator: members, map: { period: year, value: members } }\n`,
  })
  writeFiles(work, { 'outside.txt': secret, 'outside.ttf': secret })
  return join(work, 'reports')
}

/** The deck as if it were made by hand: without what its build knew of it. */
function withoutBase(deck) {
  const parts = unzipSync(deck)
  const strip = (name, pattern) => strToU8(strFromU8(parts[name]).replace(pattern, ''))
  const relations = 'ppt/_rels/presentation.xml.rels'
  const kept = Object.fromEntries(Object.entries(parts).filter(([name]) => !name.startsWith('customXml/')))
  const changed = {
    [relations]: strip(relations, /<Relationship [^>]*customXml[^>]*\/>/g),
    '[Content_Types].xml': strip('[Content_Types].xml', /<Override PartName="\/customXml[^>]*\/>/g),
  }
  return zipSync({ ...kept, ...changed })
}

async function runLane(lane) {
  const folder = join(work, `lane-${lane}`)
  let worker
  for (let seed = seeds[next++]; seed !== undefined; seed = seeds[next++]) {
    // A fresh one now and then, so that memory is an input's own.
    if (!worker || worker.age >= 250) worker = renewed(worker)
    let tried = await tryInput(seed, folder, worker)
    if (tried.isHungry) {
      // What others left behind in the process may be to blame.
      worker = renewed(worker)
      tried = await tryInput(seed, folder, worker)
    }
    if (tried.result.code === undefined || tried.isHungry) worker = renewed(worker)
    const { kind } = tried.input
    const [inputs, time] = spent.get(kind) ?? [0, 0]
    spent.set(kind, [inputs + 1, time + tried.result.seconds])
    slowest = Math.max(slowest, tried.result.seconds)
    if (tried.fault) {
      failures.push({ seed, ...tried.input, fault: tried.fault })
      mkdirSync(join(work, 'failed'), { recursive: true })
      cpSync(folder, join(work, 'failed', String(seed)), { recursive: true })
    } else tally[tried.result.code]++
    done++
    if (done % 500 === 0) console.log(`${done} done, ${failures.length} failed`)
  }
  worker?.process.kill('SIGKILL')
}

function renewed(worker) {
  worker?.process.kill('SIGKILL')
  const execArgv = [`--max-old-space-size=${mostMegabytes}`]
  return { process: fork(join(here, 'worker.mjs'), [command], { execArgv, stdio: 'ignore' }), age: 0 }
}

/** Makes an input and runs it; it is hungry where it took more time or memory than it may, or did not end. */
async function tryInput(seed, folder, worker) {
  const input = writeInput(folder, reports, createRandom(seed))
  const before = new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file))]))
  const result = await answer(worker.process, { folder, args: input.args, environment: input.environment })
  worker.age++
  const isHungry = result.code === undefined || result.memory > mostMegabytes
  return { input, result, isHungry, fault: faultOf(input, result, folder, before) }
}

/** What a worker makes of an input; without a code where it does not end. Its time is the processor's, for others may need the machine. */
function answer(worker, message) {
  return new Promise((resolve) => {
    const start = performance.now()
    const used = cpuSeconds(worker.pid)
    const finish = (result) => {
      clearInterval(timer)
      worker.removeAllListeners()
      resolve({ ...result, seconds: Math.max(0, cpuSeconds(worker.pid) - used) })
    }
    const timer = setInterval(() => {
      const isLate = cpuSeconds(worker.pid) - used > seconds || performance.now() - start > 600_000
      if (isLate) finish({ said: `not done after ${seconds} seconds` })
    }, 500)
    worker.once('message', finish)
    worker.once('error', (error) => finish({ said: `the process takes no more: ${error.message}` }))
    worker.once('exit', (code, signal) => finish({ said: `the process ended: ${signal ?? code}` }))
    worker.send(message)
  })
}

/** The processor's time that a process has had (proc_pid_stat(5)), or else the clock's, in seconds. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return performance.now() / 1000
  }
}

/** What is wrong with how the command took its input; undefined where nothing is. */
function faultOf({ kind, args }, { code, said, memory }, folder, before) {
  if (code === undefined || /fault of its own|\n {4}at /.test(said)) return `a crash, or no end: ${said.slice(-600)}`
  if (memory > mostMegabytes) return `${Math.round(memory)} MB`
  if (![0, 1, 2].includes(code)) return `exit code ${code}`
  if (code === 2 && kind !== 'arguments') return `wrong usage: ${said.slice(0, 300)}`
  const isVerdict = ['verify', 'evidence', 'refresh', 'adopt'].includes(args[0])
  if (code === 1 && !isVerdict && !/error: /.test(said)) return `exit code 1, and no error: ${said.slice(0, 300)}`
  if (said.includes(secret)) return 'it read what lies outside'
  const files = filesIn(folder)
  const left = files.find((file) => /\.briefwright-/.test(file))
  if (left) return `left behind: ${left}`
  // Of several variants those that are sound are written.
  const isWriting = ['build', 'import', 'update', 'edition'].includes(args[0]) && !args.includes('--variants')
  if (code !== 0 && isWriting) {
    const changed = files.filter((file) => !before.get(file)?.equals(readFileSync(join(folder, file))))
    if (changed.length > 0) return `exit code ${code}, but written: ${changed.join(', ')}`
  }
  const outside = files.find((file) => /^out\//.test(file) && readFileSync(join(folder, file)).includes(secret))
  return outside ? `it wrote what lies outside into ${outside}` : undefined
}
