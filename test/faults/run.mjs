// npm run faults [-- KILLS [SEED]], or -- queue [VARIANTS [SEED]] for the workers of a queue (test/batch/queue/faults.test.ts): what machines do to a command: it is killed while it writes, the disk is full or read-only, files and memory are few,
// another one runs beside it. After each the report must be all old or all new, no file torn, and what is left behind gone with the next command.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesIn } from '../fuzz/inputs.mjs'
import { createRandom } from '../fuzz/mutate.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
if (process.argv[2] === 'queue') process.exit(runQueue(...process.argv.slice(3)))
const command = join(root, 'dist/briefwright.cjs')
const kills = Number(process.argv[2] ?? 20)
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31))
const random = createRandom(seed)
const work = mkdtempSync(join(tmpdir(), 'briefwright-faults-'))
/** For what never ends; a slow machine is no fault. */
const mostMilliseconds = 600_000
/** Nobody: root may write everywhere. */
const nobody = 65534

const contents = (folder) => new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file))]))
const same = (one, other) =>
  one.size === other.size && [...one].every(([file, bytes]) => other.get(file)?.equals(bytes))
const of = (files, part) => new Map([...files].filter(([file]) => file.startsWith(part)))
const isTemporary = (file) => /(^|\/)\.briefwright-/.test(file)

const sound = makeSound()
const results = []
console.log(`faults: ${kills} kills of each command, seed ${seed} (npm run faults -- ${kills} ${seed} aims them alike)`)
for (const [name, run] of Object.entries({ ...killed(), ...refused(), 'six builds at once': sixBuilds })) {
  const fault = await run()
  results.push(fault === undefined)
  console.log(`${fault === undefined ? 'ok    ' : 'FAILED'}  ${name}${fault === undefined ? '' : `: ${fault}`}`)
}
rmSync(work, { recursive: true, force: true })
const passed = results.filter(Boolean).length
console.log(`faults: ${passed} passed, ${results.length - passed} failed`)
process.exitCode = passed === results.length ? 0 : 1

/** The test of a queue's workers, with more of everything. */
function runQueue(variants = '2000', seed = String(Math.floor(Math.random() * 2 ** 31))) {
  console.log(`faults: ${variants} variants on a queue, seed ${seed}`)
  const env = { ...process.env, QUEUE_VARIANTS: variants, QUEUE_SEED: seed }
  const args = ['vitest', 'run', '--project', 'queue', 'test/batch/queue/faults.test.ts']
  return spawnSync('npx', args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
}

/** The starter with its documents, a table to import with one figure edited, and a feed. */
function makeSound() {
  const folder = join(work, 'sound')
  cpSync(join(root, 'src/init/starter'), folder, { recursive: true })
  const report = join(folder, 'data/report.yaml')
  writeFileSync(join(folder, 'feed.csv'), 'year,members\n2025,96500\n')
  const feed =
    'feeds:\n  - { csv: feed.csv, source: annual-return, indicator: members, map: { period: year, value: members } }\n'
  writeFileSync(report, `${readFileSync(report, 'utf8')}${feed}`)
  runIn(folder, ['build'])
  runIn(folder, ['export', 'figures.csv'])
  const table = join(folder, 'figures.csv')
  writeFileSync(table, readFileSync(table, 'utf8').replace('"96,400"', '"96,410"'))
  return folder
}

function runIn(cwd, args, options = {}) {
  return spawnSync(process.execPath, [command, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: mostMilliseconds,
    ...options,
  })
}

function fresh(name) {
  const folder = join(work, name)
  rmSync(folder, { recursive: true, force: true })
  cpSync(sound, folder, { recursive: true })
  return folder
}

/** Commands that write, each killed at random times, half of them aimed at the moment of writing. */
function killed() {
  const commands = {
    build: ['build'],
    import: ['import', 'figures.csv'],
    update: ['update'],
    edition: ['edition', '2026'],
  }
  return Object.fromEntries(
    Object.entries(commands).map(([name, args]) => [`${name}, killed`, () => killOften(name, args)]),
  )
}

async function killOften(name, args) {
  const whole = fresh(name)
  if (name === 'build') changeFigure(whole)
  const old = contents(whole)
  const start = performance.now()
  runIn(whole, args)
  const milliseconds = performance.now() - start
  const done = contents(whole)
  for (let count = 0; count < kills; count++) {
    const folder = fresh(name)
    if (name === 'build') changeFigure(folder)
    await killOnce(folder, args, random.next() * milliseconds, random.next() < 0.5)
    const found = new Map([...contents(folder)].filter(([file]) => !isTemporary(file)))
    for (const part of ['data/', 'out/', 'templates/']) {
      if (!same(of(found, part), of(old, part)) && !same(of(found, part), of(done, part)))
        return `${part} is neither old nor new after kill ${count + 1}`
    }
    runIn(folder, ['check'])
    const left = filesIn(folder).filter(isTemporary)
    if (left.length > 0) return `left behind after the next command: ${left.join(', ')}`
  }
  return undefined
}

function changeFigure(folder) {
  const file = join(folder, 'templates/briefing.md.hbs')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more sentence.\n`)
}

/** Kills a command after some time, or as soon as it has begun to write. */
function killOnce(cwd, args, milliseconds, isAimed) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { cwd, stdio: 'ignore' })
    const kill = () => child.kill('SIGKILL')
    const folders = ['', 'data', 'out'].map((name) => join(cwd, name)).filter(existsSync)
    const isWriting = () => folders.some((folder) => readdirSync(folder).some(isTemporary))
    const watch = isAimed ? setInterval(() => isWriting() && setTimeout(kill, random.next() * 5), 1) : undefined
    const timer = isAimed ? undefined : setTimeout(kill, milliseconds)
    child.on('exit', () => {
      clearInterval(watch)
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Machines that do not let a build write, or run: it fails with a reason, and the former files stand. */
function refused() {
  const limited = (limit, ...args) => [
    '/bin/sh',
    ['-c', `ulimit ${limit}; exec "$0" "$@"`, process.execPath, command, ...args],
  ]
  return {
    'a disk that is full': () => fails((folder) => spawnLimited(limited('-f 20', 'build'), folder), /the disk is full/),
    'forty files open at most': () => holds((folder) => spawnLimited(limited('-n 40', 'build'), folder)),
    'a hundred megabytes of memory': () =>
      holds((folder) =>
        runIn(folder, ['build'], { env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=100' } }),
      ),
    ...(isUsableByNobody() && {
      'a folder that may not be written': () =>
        fails((folder) => asNobody(folder, ['out', 'data']), /not allowed|read-only/),
    }),
  }
}

/** Root may write everywhere, and can only try it as nobody; who may not read what lies in root's own folder. */
function isUsableByNobody() {
  if (process.getuid?.() !== 0) return true
  const { status } = spawnSync(process.execPath, [command, '--version'], { cwd: '/', uid: nobody, gid: nobody })
  if (status !== 0) console.log('not tried: a folder that may not be written (this folder is not for others to read)')
  return status === 0
}

function spawnLimited([program, args], cwd) {
  return spawnSync(program, args, { cwd, encoding: 'utf8', timeout: mostMilliseconds })
}

/** A build by a user who owns nothing there. */
function asNobody(folder, parts) {
  for (const part of parts) chmodSync(join(folder, part), 0o555)
  if (process.getuid?.() !== 0) return runIn(folder, ['build'])
  const owned = filesIn(folder).map((file) => join(folder, file))
  for (const path of owned) chownSync(path, 0, 0)
  chmodSync(work, 0o755)
  return runIn(folder, ['build'], { uid: nobody, gid: nobody })
}

async function fails(run, reason) {
  const folder = fresh('refused')
  changeFigure(folder)
  const old = contents(folder)
  const { status, stderr } = run(folder)
  for (const part of ['out', 'data']) chmodSync(join(folder, part), 0o755)
  if (status !== 1 || !reason.test(stderr)) return `exit code ${status}: ${stderr.slice(-300)}`
  return same(contents(folder), old) ? undefined : 'something was written'
}

async function holds(run) {
  const folder = fresh('held')
  changeFigure(folder)
  const { status, stderr } = run(folder)
  if (status !== 0) return `exit code ${status}: ${stderr.slice(-300)}`
  return filesIn(folder).some(isTemporary) ? 'left behind' : undefined
}

async function sixBuilds() {
  const folder = fresh('six')
  changeFigure(folder)
  const build = () =>
    new Promise((resolve) =>
      spawn(process.execPath, [command, 'build'], { cwd: folder, stdio: 'ignore' }).on('exit', resolve),
    )
  const codes = await Promise.all(Array.from({ length: 6 }, build))
  if (codes.some((code) => code !== 0)) return `exit codes ${codes.join(' ')}`
  const check = runIn(folder, ['build', '--check'])
  if (check.status !== 0) return `what lies there is not what a build makes: ${check.stderr.slice(-300)}`
  return filesIn(folder).some(isTemporary) ? 'left behind' : undefined
}
