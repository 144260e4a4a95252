// npm run site: builds docs/ as a site, in docs/.vitepress/dist, with the gallery. Its generator is installed in docs/, the first time.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const docs = join(dirname(fileURLToPath(import.meta.url)), '..')
const vitepress = join(docs, 'node_modules/vitepress/bin/vitepress.js')

if (!existsSync(vitepress)) {
  const options = ['--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync('npm', ['install', ...options], { cwd: docs, stdio: 'inherit', shell: process.platform === 'win32' })
}
await import('./make-gallery.mjs')
execFileSync(process.execPath, [vitepress, 'build', docs], { stdio: 'inherit' })
