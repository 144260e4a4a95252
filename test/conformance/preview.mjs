// The preview in a real browser: opens, shows every page, follows a number to its source, refreshes in its place, and
// breaks none of its own content policy.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const command = join(root, 'dist/briefwright.cjs')

/** What the preview does otherwise than it should, each in a line. */
export async function checkPreview() {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-preview-'))
  for (const part of ['data', 'templates'])
    cpSync(join(root, 'test/fixtures/internet', part), join(folder, part), { recursive: true })
  const server = spawn(process.execPath, [command, 'preview', folder, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let browser
  try {
    const address = await addressOf(server)
    const { chromium } = createRequire(import.meta.url)('playwright-core')
    const executablePath = execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim()
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    return await faultsOf(await browser.newPage({ viewport: { width: 1300, height: 900 } }), address, folder)
  } catch (error) {
    return [String(error)]
  } finally {
    await browser?.close()
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk) => {
      said += chunk
      const address = /preview: (http:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    server.on('exit', () => reject(new Error(`the preview ended: ${said}`)))
  })
}

async function faultsOf(page, address, folder) {
  const faults = []
  const expect = (isSo, fault) => {
    if (!isSo) faults.push(fault)
  }
  page.on('console', (message) => faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  await page.goto(address)
  await page.waitForSelector('.page svg')
  expect((await page.locator('.page').count()) >= 24, 'not all slides and pages are shown')

  // By keyboard: a number is a link; its source gets the focus.
  await page.locator('#deck-3 a.figure').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('#detail:not([hidden])')
  const detail = await page.locator('#detail').textContent()
  expect(/data\/figures\.yaml:\d+/.test(detail), 'a number does not lead to its line')
  expect(/paragraphs\s14 and 22/.test(detail), 'a number does not lead to its source')
  expect(/Slide 3/.test(detail) && /Page 1/.test(detail), 'a number does not say where else it stands')
  expect(await page.evaluate(() => document.activeElement?.id === 'detail'), 'the focus does not follow')

  await page.fill('#search', 'netizens 2023-12')
  expect(/^\d{1,2} of \d{3} figures$/.test(await page.locator('#count').textContent()), 'the search finds nothing')

  await page.evaluate(() => document.getElementById('deck-9').scrollIntoView())
  const place = await page.evaluate(() => scrollY)
  const file = join(folder, 'data/figures.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('by: 24.8 million', 'by: 24.9 million'))
  await page.waitForSelector('#changed:not([hidden])')
  expect(
    (await page.locator('#changed').textContent()).includes('24.8 million people 24.9 million people'),
    'the change is not said',
  )
  expect((await page.evaluate(() => scrollY)) === place, 'the place on the screen is not kept')
  writeFileSync(file, text.replace('value: 77.5%', 'value: 7.5%'))
  await page.waitForSelector('#troubles:not([hidden])')
  expect((await page.locator('.page').count()) >= 24, 'the last good state is gone after an error')
  return faults
}
