// The preview in a real browser: opens, shows every page, follows a number to its source, refreshes in its place, changes
// its language, and breaks none of its own content policy.
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
  const server = startPreview(folder)
  const bilingual = startPreview(root)
  let browser
  try {
    const address = await addressOf(server)
    const { chromium } = createRequire(import.meta.url)('playwright-core')
    const executablePath = execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim()
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    const faults = await phoneFaults(browser, address)
    const page = await browser.newPage({ viewport: { width: 1300, height: 900 } })
    const switched = await languageFaults(await browser.newPage(), await addressOf(bilingual))
    return [...faults, ...switched, ...(await faultsOf(page, address, folder))]
  } catch (error) {
    return [String(error)]
  } finally {
    await browser?.close()
    server.kill()
    bilingual.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function startPreview(folder) {
  return spawn(process.execPath, [command, 'preview', folder, '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** A report in two languages is shown in one, and in the other at a choice, pages, figures and the page's own language; no page is a changed one. */
async function languageFaults(page, address) {
  const faults = []
  const expect = (isSo, fault) => {
    if (!isSo) faults.push(fault)
  }
  await page.goto(address)
  await page.waitForSelector('.page svg')
  const english = await page.locator('.page').count()
  expect(await page.locator('#languages').isVisible(), 'a report in two languages has no choice of them')
  expect((await page.inputValue('#language')) === 'en', 'the report is not shown in its own language first')
  const isDrawn = (text) => [...document.querySelectorAll('.page svg')].some((svg) => svg.textContent.includes(text))
  const shows = (text) => page.waitForFunction(isDrawn, text)
  await page.selectOption('#language', 'zh')
  await shows('10.92亿')
  expect((await page.getAttribute('#pages', 'lang')) === 'zh', 'the pages do not say that they are Chinese')
  expect((await page.locator('.page').count()) > 20, 'the Chinese report has lost pages')
  expect(!(await page.evaluate(isDrawn, '1.092')), 'English numbers stand on Chinese pages')
  expect(await page.locator('#changed').isHidden(), 'another language is said to be a change')
  expect((await page.locator('#figures').textContent()).includes('网民规模'), 'the list of figures stays English')
  await page.locator('a[href="#figure=netizens%402023-12"]').first().click()
  await page.waitForSelector('#detail:not([hidden])')
  expect((await page.locator('#detail').textContent()).includes('新华社'), 'the source of a figure stays English')
  await page.selectOption('#language', 'en')
  await shows('1.092')
  expect((await page.locator('.page').count()) === english, 'back in English the pages are others')
  return faults
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
  page.on('console', (message) => {
    if (message.type() === 'error' && !/403/.test(message.text())) faults.push(`console: ${message.text()}`)
  })
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
  expect(!detail.includes('[object'), 'the source is no text')
  await page.waitForFunction(() => document.getElementById('written').value !== '')
  // The picture of the README.
  await page.screenshot({ path: join(root, 'out/preview-page.png') })

  await page.keyboard.press('Escape')
  const isBack = () => document.activeElement?.matches('#deck-3 a.figure') && document.getElementById('detail').hidden
  expect(await page.evaluate(isBack), 'Escape does not lead back to the number')
  const focused = () => document.activeElement?.getAttribute('href')
  const first = await page.evaluate(focused)
  await page.keyboard.press('n')
  const second = await page.evaluate(focused)
  await page.keyboard.press('p')
  expect(second !== first && (await page.evaluate(focused)) === first, 'n and p do not go to the next number and back')

  await page.fill('#search', 'netizens 2023-12')
  expect(/^\d{1,2} of \d{3} figures$/.test(await page.locator('#count').textContent()), 'the search finds nothing')

  await page.fill('#search', '')
  await page.selectOption('#filter', 'derived')
  const derived = Number.parseInt(await page.locator('#count').textContent(), 10)
  expect(derived > 0 && derived < 300, 'the filter shows all figures, or none')
  await page.selectOption('#filter', 'untraced')
  const untraced = await page
    .locator('#list a')
    .evaluateAll((links) => links.map(({ href }) => decodeURIComponent(href)))
  expect(
    untraced.some((href) => href.includes('instant-messaging-users@2020-03')),
    'a figure without a paragraph is no untraced one',
  )
  expect(!untraced.some((href) => href.endsWith('=netizens@2023-12')), 'a figure with a paragraph is an untraced one')
  await page.selectOption('#filter', 'all')
  for (const [view, other] of [
    ['deck', 'briefing'],
    ['briefing', 'deck'],
  ]) {
    await page.selectOption('#view', view)
    expect(await page.locator(`#${view}-1`).isVisible(), `${view} alone is not shown`)
    expect(await page.locator(`#${other}-1`).isHidden(), `${other} is shown where ${view} was asked for alone`)
  }
  await page.selectOption('#view', 'overview')
  expect((await page.locator('#deck-1').boundingBox()).width < 400, 'the overview is no overview')
  await page.selectOption('#view', 'both')
  const tops = await Promise.all(['#deck-1', '#briefing-1'].map((id) => page.locator(id).boundingBox()))
  expect(Math.abs(tops[0].y - tops[1].y) < 2, 'slides do not stand beside pages')
  await page.selectOption('#view', 'list')
  faults.push(...(await inaccessible(page, 'the preview')))

  await page.evaluate(() => document.getElementById('deck-9').scrollIntoView())
  const place = await page.evaluate(() => scrollY)
  const changing = '#figure=netizens.change%402023-12'
  const focus = (href) => document.querySelector(`.page a[href="${href}"]`).focus({ preventScroll: true })
  await page.evaluate(focus, changing)
  const file = join(folder, 'data/figures.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('by: 24.8 million', 'by: 24.9 million'))
  await page.waitForSelector('#changed:not([hidden])')
  expect(
    (await page.locator('#changed').textContent()).includes('24.8 million people 24.9 million people'),
    'the change is not said',
  )
  const now = await page.evaluate(() => scrollY)
  expect((await page.evaluate(focused)) === changing, 'a page that is made anew takes the focus away')
  expect(now === place, `the place on the screen is not kept: ${now}, was ${place}`)
  await page.locator('.page button', { hasText: 'Before' }).first().click()
  expect(await page.locator('.page button[aria-pressed="true"]').count(), 'a page that changed is not shown as it was')
  faults.push(...(await editFaults(page, file)))
  writeFileSync(file, text.replace('value: 77.5%', 'value: 7.5%'))
  // Warnings may stand there already, and the error of an edit that is undone.
  await page.locator('#troubles', { hasText: /deck\.md\.hbs:\d+:\d+: error: not true: “most people”/ }).waitFor()
  expect((await page.locator('.page').count()) >= 24, 'the last good state is gone after an error')
  return faults
}

/** A figure's value is edited where it is clicked, the checks answer at once, and undo takes it back. */
async function editFaults(page, file) {
  const before = readFileSync(file, 'utf8')
  await page.locator('a[href="#figure=netizens%402023-12"]').first().click()
  await page.waitForFunction(() => document.getElementById('written').value === '1.092 billion')
  await page.fill('#written', '1.192 billion')
  await page.click('#edit button')
  await page.waitForFunction(() => /contradiction/.test(document.getElementById('answer').textContent))
  const written = readFileSync(file, 'utf8')
  await page.click('#undo')
  await page.waitForFunction(() => /as before/.test(document.getElementById('answer').textContent))
  const faults = []
  const lines = before.split('\n')
  const edited = written.split('\n').filter((line, index) => line !== lines[index])
  if (edited.length !== 1 || !edited[0].includes('1.192 billion'))
    faults.push(`an edit writes something else: ${edited.join('; ')}`)
  if (readFileSync(file, 'utf8') !== before) faults.push('undo does not take the edit back')
  const stranger = await page.evaluate(async () => (await fetch('/figure', { method: 'POST', body: '{}' })).status)
  if (stranger !== 403) faults.push('it writes without the token')
  return faults
}

/** On a phone the report comes first, in light and dark nothing is too pale, and paper has the pages alone. */
async function phoneFaults(browser, address) {
  const faults = []
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForSelector('.page svg')
  if (await page.evaluate(() => document.getElementById('figures').open)) faults.push('a phone shows all figures first')
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1))
    faults.push('too wide for a phone')
  faults.push(...(await inaccessible(page, 'on a phone, in the dark')))
  await page.emulateMedia({ media: 'print' })
  if (await page.locator('aside').isVisible()) faults.push('the list of figures is printed')
  await context.close()
  return faults
}

/** What axe-core says of the preview's own parts by WCAG 2.2 AA; the drawings are the report's. */
async function inaccessible(page, where) {
  // Evaluated by the browser itself: the preview's policy lets no script in.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ exclude: ['.page svg'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }),
  )
  return violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0].html.slice(0, 120)}`)
}
