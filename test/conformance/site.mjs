// The site in a real browser: builds, each link leads somewhere, WCAG 2.2 AA by axe-core in light and dark and on a phone,
// its search finds without a network, and nothing is asked of anyone else.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const site = join(root, 'docs/.vitepress/dist')
const load = createRequire(import.meta.url)

/** Pages of each kind; all others are made of the same parts. */
const looked = [
  'index',
  'learn/ten-minutes',
  'lookup/files',
  'lookup/helpers',
  'gallery/charts',
  'understand/limits',
  'reference/data',
]

/** What is wrong with the site, each in a line. */
export async function checkSite() {
  execFileSync(process.execPath, [join(root, 'docs/site/build.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const server = await serve()
  let browser
  try {
    const { chromium } = load('playwright-core')
    const executablePath = execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim()
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    const address = `http://127.0.0.1:${server.address().port}/`
    return [...deadLinks(), ...(await lookAt(browser, address)), ...(await search(browser, address))]
  } catch (error) {
    return [String(error)]
  } finally {
    await browser?.close()
    server.close()
  }
}

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

function serve() {
  const server = createServer((request, response) => {
    const path = fileOf(decodeURIComponent(new URL(request.url, 'http://site').pathname))
    response.writeHead(path ? 200 : 404, { 'content-type': types[extname(path ?? '')] ?? 'application/octet-stream' })
    response.end(path ? readFileSync(path) : '')
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** The file at an address of the site. */
function fileOf(path) {
  const file = join(site, path.endsWith('/') ? `${path}index.html` : path)
  return [file, `${file}.html`].find((one) => existsSync(one) && statSync(one).isFile())
}

/** Links of all pages to pages, pictures, files and headings of the site that are not there. */
function deadLinks() {
  const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith('.html') && name !== '404.html')
  const texts = new Map(pages.map((name) => [join(site, name), readFileSync(join(site, name), 'utf8')]))
  return pages.flatMap((name) => {
    const found = [...texts.get(join(site, name)).matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, address]) =>
      address.replaceAll('&amp;', '&'),
    )
    return [...new Set(found)].flatMap((address) => {
      const { origin, pathname, hash } = new URL(address, `http://site/${name}`)
      if (origin !== 'http://site') return []
      const file = fileOf(decodeURIComponent(pathname))
      if (!file) return [`${name}: a link that leads nowhere: ${address}`]
      const id = decodeURIComponent(hash.slice(1))
      return id === '' || texts.get(file)?.includes(`id="${id}"`) ? [] : [`${name}: no such heading: ${address}`]
    })
  })
}

async function lookAt(browser, address) {
  const faults = []
  const axe = readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8')
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
        faults.push(`asks elsewhere: ${request.url()}`)
    })
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
    for (const name of looked) {
      await page.goto(`${address}${name}.html`, { waitUntil: 'networkidle' })
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
      )
      for (const { id, nodes } of violations)
        faults.push(`${name}, ${colorScheme}, ${width} px: ${id}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (overflow > 1) faults.push(`${name}, ${width} px: ${overflow} px too wide`)
    }
    await context.close()
  }
  return faults
}

async function search(browser, address) {
  const page = await browser.newPage()
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.click('.DocSearch-Button')
  await page.fill('.VPLocalSearchBox input', 'embargo')
  // Its index is loaded when it is first asked.
  await page.waitForSelector('.VPLocalSearchBox .result', { timeout: 60_000 })
  const found = await page.locator('.VPLocalSearchBox .result').allTextContents()
  await page.close()
  return found.some((text) => /embargo/i.test(text)) ? [] : ['the search does not find the embargo']
}
