// npm run bench [-- --quick]: how long a report of some size takes (test/fixtures/internet), beside a floor measured in the same run (floor.mjs).
// Everything is measured from outside, on the command that people run; five runs each, taken in turns, medians; quick: three, and no sizes that take minutes.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const command = join(root, 'dist/briefwright.cjs')
const floor = join(here, 'floor.mjs')
const isQuick = process.argv.includes('--quick')
const runs = isQuick ? 3 : 5
/** Builds until the compiler of Node has seen the most used functions. */
const warmUps = 5

const folder = mkdtempSync(join(tmpdir(), 'briefwright-bench-'))
try {
  await main()
  printLanguages(join(folder, 'languages'))
  printRefresh(join(folder, 'report'))
  runPart('rates', isQuick ? ['0.2'] : [])
  runPart('charts', isQuick ? ['10', '1000'] : [])
  runPart('stress')
  runPart('growth', isQuick ? ['--quick'] : [])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function runPart(name, args = []) {
  execFileSync(process.execPath, [join(here, `${name}.mjs`), ...args], { stdio: 'inherit' })
}

async function main() {
  const report = join(folder, 'report')
  for (const part of ['data', 'templates'])
    cpSync(join(root, 'test/fixtures/internet', part), join(report, part), { recursive: true })
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`)
  // Once unmeasured: the disk's cache and the code cache are then as they are for a user's second build.
  runCommand(report)
  runFloor(1)
  const cold = Array.from({ length: runs }, () => ({ ours: runCommand(report), floor: runFloor(1), help: runHelp() }))
  const ours = cold.map((run) => run.ours)
  const floors = cold.map((run) => run.floor)
  const warm = await rebuild(report)
  const previews = await refresh(report)
  const floorWarm = runFloor(runs + 1).lines.slice(1)

  const coldFloor = median(floors.map((run) => run.milliseconds))
  print('cold build, whole process', median(ours.map((run) => run.milliseconds)), coldFloor)
  print('floor, whole process', coldFloor, coldFloor)
  print('warm rebuild, one process', median(warm.map((build) => build.milliseconds)), coldFloor)
  print('from saving to both files', median(warm.map((build) => build.saved)), coldFloor)
  print('from saving to the preview', median(previews), coldFloor)
  print('floor again, one process', median(floorWarm.map((line) => line.milliseconds)), coldFloor)
  print('--help, whole process', median(cold.map((run) => run.help.milliseconds)), coldFloor)
  console.log(`peak memory  ${megabytes(ours)} (floor ${megabytes(floors)})`)
  printStages(
    'cold',
    ours.map((run) => run.built),
  )
  printStages('warm', warm)
}

/** The first report in English, in Chinese and in both, in turns: what both cost beside one, of the CPU and of the clock. */
function printLanguages(out) {
  const build = (languages) => measure([command, 'build', root, '--lang', languages, '--out', out, '--overwrite'])
  build('en')
  const turns = Array.from({ length: runs }, () => ['en', 'zh', 'en,zh'].map(build))
  for (const [name, kind] of [
    ['CPU', 'cpu'],
    ['clock', 'milliseconds'],
  ]) {
    const ratios = turns.map(([english, chinese, both]) => (2 * both[kind]) / (english[kind] + chinese[kind]))
    console.log(`\ntwo languages in one build, ${name}: ${median(ratios).toFixed(2)} of one's time`)
  }
}

/** A refresh of the deck to another figure beside a build of both documents, in turns. */
function printRefresh(report) {
  const [before, after] = [join(folder, 'before'), join(folder, 'after')]
  const build = (out) => measure([command, 'build', report, '--out', out, '--overwrite'])
  build(before)
  save(report, 99)
  const deck = [join(before, 'cnnic-53.pptx'), '-o', join(folder, 'refreshed.pptx'), '--report', report]
  const turns = Array.from({ length: runs }, () => [build(after), measure([command, 'refresh', ...deck])])
  const ratios = turns.map(([built, refreshed]) => refreshed.cpu / built.cpu)
  console.log(`\na refresh of the deck: ${median(ratios).toFixed(2)} of a build's CPU time`)
}

/** A cold build of the report, with what it says of itself. */
function runCommand(report) {
  const run = measure([command, 'build', report, '--log-format', 'json'])
  const built = run.stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .find((line) => line.type === 'built')
  if (!built) throw new Error(`the report does not build:\n${run.stderr}`)
  return { ...run, built }
}

function runFloor(times) {
  const run = measure([floor, join(folder, 'floor'), String(times)])
  return {
    ...run,
    lines: run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  }
}

function runHelp() {
  return measure([command, '--help'])
}

/** A whole process: wall-clock milliseconds, peak memory in kilobytes, and what it wrote. */
function measure(args) {
  const usage = join(folder, 'usage')
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', join(here, 'report-usage.cjs'), ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, USAGE_FILE: usage },
    },
  )
  const milliseconds = performance.now() - start
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}`)
  return { milliseconds, ...JSON.parse(readFileSync(usage, 'utf8')), stdout, stderr }
}

/**
 * Rebuilds in one process: `--watch`, with one figure saved anew again and again, each time another. `saved` is from there to both files on
 * disk, with the quiet time that the watch waits for. The first build is not counted, nor are the next few, in which the process warms up.
 */
async function rebuild(report) {
  const child = spawn(process.execPath, [command, 'build', report, '--watch', '--log-format', 'json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const builds = []
  let savedAt = 0
  try {
    for await (const line of createInterface(child.stderr)) {
      const entry = JSON.parse(line)
      if (entry.type === 'built') builds.push({ ...entry, saved: performance.now() - savedAt })
      if (builds.length > warmUps + runs) break
      // The first time, wait until the watch has begun.
      const isNext = builds.length === 1 ? entry.message?.startsWith('watching ') : entry.type === 'built'
      if (!isNext) continue
      savedAt = save(report, builds.length)
    }
  } finally {
    child.kill('SIGINT')
  }
  return builds.slice(1 + warmUps)
}

/** The same for the preview: from saving to the whole state of the page, read again after the server has told of it. */
async function refresh(report) {
  const child = spawn(process.execPath, [command, 'preview', report, '--port', '0', '--log-format', 'json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const address = await new Promise((resolve) => {
      createInterface(child.stderr).on('line', (line) => {
        const found = /http:[^ ]+/.exec(JSON.parse(line).message ?? '')
        if (found) resolve(found[0])
      })
    })
    const times = []
    const events = (await fetch(`${address}events`)).body.pipeThrough(new TextDecoderStream())
    let savedAt = 0
    for await (const event of events) {
      if (event.includes('data:')) {
        await (await fetch(`${address}state.json`)).json()
        times.push(performance.now() - savedAt)
      }
      if (times.length === warmUps + runs) break
      savedAt = save(report, times.length + 1)
    }
    return times.slice(warmUps)
  } finally {
    child.kill('SIGINT')
  }
}

/** Saves one figure of the report as another: 15.41, 15.42, … trillion yuan of online retail sales. */
function save(report, number) {
  const file = join(report, 'data/figures.yaml')
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(/value: 15\.4\d* trillion yuan/, `value: 15.4${number} trillion yuan`)
  if (changed === text) throw new Error('the figure to change is not there')
  const now = performance.now()
  writeFileSync(file, changed)
  return now
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function print(name, milliseconds, floorMilliseconds) {
  const ratio = (milliseconds / floorMilliseconds).toFixed(2)
  console.log(`${name.padEnd(28)} ${`${Math.round(milliseconds)} ms`.padStart(8)}   ${ratio} of the floor`)
}

function megabytes(measured) {
  return `${Math.round(median(measured.map((run) => run.kilobytes)) / 1024)} MB`
}

/** Each stage's median and its share of the build; loading Node and the bundle comes before, and stages side by side overlap. */
function printStages(kind, builds) {
  console.log(`\nstages, ${kind}`)
  const total = median(builds.map((build) => build.milliseconds))
  for (const stage of Object.keys(builds[0].stages)) {
    const spent = median(builds.map((build) => build.stages[stage]))
    console.log(
      `  ${stage.padEnd(24)} ${`${spent.toFixed(1)} ms`.padStart(9)} ${`${Math.round((spent / total) * 100)} %`.padStart(6)}`,
    )
  }
}
