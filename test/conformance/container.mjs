// Follows the steps of ci/Containerfile where no program for containers is: packs this clone, installs the package as a user would, and builds a report as
// another user, with every way into the network closed.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(fileURLToPath(import.meta.url), '../../..')
const steps = readFileSync(join(root, 'ci/Containerfile'), 'utf8')

/** A user without rights, as `node` is in Node's images. */
const nobody = { uid: 65534, gid: 65534 }

/** Part of a process that may not use the network: a name that it looks up, or a connection that it opens, ends it. */
const noNetwork = `const refuse = () => { console.error('the network was asked for'); process.exit(99) }
require('node:net').Socket.prototype.connect = refuse
require('node:dns').lookup = refuse
require('node:dns').promises.lookup = refuse
globalThis.fetch = refuse
`

/** What is wrong with the package, installed and used as in the container. */
export function checkContainer() {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-container-'))
  try {
    return followSteps(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function followSteps(folder) {
  chmodSync(folder, 0o755)
  const faults = ['npm pack', 'npm install --global --no-audit --no-fund', 'briefwright doctor', 'USER node']
    .filter((step) => !steps.includes(step))
    .map((step) => `ci/Containerfile has another step than: ${step}`)
  // The bundle is there: a build goes before.
  const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (!tarball) return [...faults, `npm pack: ${packed.said}`]
  const prefix = join(folder, 'installed')
  // Once a week npm says that there is a newer npm, which is no word about the package.
  const installed = run(
    'npm',
    ['install', '--global', '--no-audit', '--no-fund', '--prefix', prefix, join(folder, tarball)],
    { env: { ...process.env, npm_config_update_notifier: 'false' } },
  )
  if (!/^\s*added \d+ packages?(?: in \S+)?\s*$/.test(installed.said))
    faults.push(`npm install says more than that it is done: ${installed.said}`)
  const guard = join(folder, 'no-network.cjs')
  writeFileSync(guard, noNetwork)
  const report = join(folder, 'report')
  mkdirSync(report)
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(report, nobody.uid, nobody.gid)
  const env = { ...process.env, HOME: report, NODE_OPTIONS: `--require ${guard}` }
  const command = (...args) =>
    run(join(prefix, 'bin/briefwright'), args, { cwd: report, env, ...(isRoot ? nobody : {}) })
  for (const args of [
    ['doctor'],
    ['init', '.'],
    ['build'],
    ['verify', 'out/library-visits.pptx', 'out/library-visits.pdf'],
  ]) {
    const { status, said } = command(...args)
    if (status !== 0) faults.push(`briefwright ${args.join(' ')} ended with ${status}: ${said}`)
  }
  const guarded = run(process.execPath, ['--require', guard, '-e', "require('node:https').get('https://example.org')"])
  if (guarded.status !== 99) faults.push('the guard lets a request through')
  return faults
}

function run(file, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: 'utf8', timeout: 300_000, ...options })
  return { status, said: `${stdout}${stderr}${error?.message ?? ''}`.trim() }
}
