import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createTools, type Tools } from '../src/build/build-tools.ts'
import type { BuildRequest } from '../src/build/types.ts'
import { makeReport } from '../src/build.ts'
import { createMemory, settling } from '../src/memory/memory.ts'
import { everyBlock } from './built-report.ts'
import { copyInternet } from './fixtures.ts'
import { ownTemplate } from './reference/templates.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { resolve } = createRequire(import.meta.url)

/** A copy of the small report that has every kind of block. */
function copyEveryBlock(): string {
  const folder = temporaryFolder()
  cpSync(everyBlock, folder, { recursive: true })
  return folder
}

/** A copy of the large one with all of its data, and of its documents a few slides and sections: what is changed below is printed and drawn there. */
function copyLargeData(): string {
  const folder = copyInternet('data', 'templates')
  const keep = (file: string, start: RegExp, parts: RegExp) => {
    const path = join(folder, 'templates', file)
    const kept = readFileSync(path, 'utf8')
      .split(start)
      .filter((part, index) => index === 0 || parts.test(part))
    writeFileSync(path, kept.join(''))
  }
  keep('deck.md.hbs', /^(?=# )/m, /^# China|charts\/(?:netizens|online-retail)|table "applications"|^# Sources/)
  keep('briefing.md.hbs', /^(?=## )/m, /^## (?:Access|Spending|Applications|Definitions|Sources)/)
  return folder
}

/** Builds of a report: warm in one process, each beside one that remembers nothing. */
function warmReport(folder: string) {
  const warm = createTools(createMemory())
  onTestFinished(() => warm.close())
  const edit = (file: string, change: (text: string) => string) => {
    const before = readFileSync(join(folder, file), 'utf8')
    const after = change(before)
    if (after === before) throw new Error(`nothing to change in ${file}`)
    writeFileSync(join(folder, file), after)
  }
  return {
    folder,
    edit,
    replace: (file: string, from: string, to: string) => edit(file, (text) => text.replace(from, to)),
    /** Both builds agree to the byte, troubles included; gives the warm one's troubles. */
    agree: async (asked: Partial<BuildRequest> = {}) => {
      const request = { folder, ...asked }
      const cold = createTools()
      const [ours, fresh] = [await build(request, warm), await build(request, cold)]
      await cold.close()
      expect(ours.diagnostics).toEqual(fresh.diagnostics)
      expect(ours.files.map(({ name }) => name)).toEqual(fresh.files.map(({ name }) => name))
      const differing = ours.files.filter(
        ({ bytes }, index) => !Buffer.from(bytes).equals(fresh.files[index]?.bytes ?? Buffer.of()),
      )
      expect(differing.map(({ name }) => name)).toEqual([])
      return { troubles: ours.diagnostics, files: ours.files }
    },
  }
}

async function build(request: BuildRequest, tools: Tools) {
  const { value, diagnostics } = await settling(tools.memory, () => makeReport(request, tools))
  return { diagnostics, files: value ? [...value.documents, ...value.records] : [] }
}

const hasErrors = (troubles: readonly { severity: string }[]) => troubles.some(({ severity }) => severity === 'error')

test('a build after others is the same, byte for byte, as one that starts anew: data', {
  timeout: 600_000,
}, async () => {
  const { folder, replace, edit, agree } = warmReport(copyLargeData())
  expect(hasErrors((await agree()).troubles)).toBe(false)

  replace('data/figures.yaml', 'value: 15.4 trillion yuan', 'value: 15.5 trillion yuan')
  expect(hasErrors((await agree()).troubles)).toBe(false)

  // Every place moves.
  edit('data/figures.yaml', (text) => `# A remark\n\n${text}`)
  await agree()

  replace('data/report.yaml', 'Xinhua', 'Xin Hua')
  await agree()

  replace('data/history.csv', '1.011 billion', '1.012 billion')
  await agree()

  const whole = readFileSync(join(folder, 'data/figures.yaml'), 'utf8')
  writeFileSync(join(folder, 'data/figures.yaml'), whole.slice(0, 900))
  expect(hasErrors((await agree()).troubles)).toBe(true)
  rmSync(join(folder, 'data/figures.yaml'))
  expect(hasErrors((await agree()).troubles)).toBe(true)
  writeFileSync(join(folder, 'data/figures.yaml'), whole)
  await agree()

  replace('data/applications.yaml', 'Instant messaging', 'Messaging')
  await agree()

  await agree({ languages: ['zh'] })
})

test('… templates, partials, charts, allow-list', { timeout: 600_000 }, async () => {
  const { folder, replace, edit, agree } = warmReport(copyEveryBlock())
  await agree()

  replace('templates/deck.md.hbs', '# What a reader says', '# What another reader says')
  await agree()

  mkdirSync(join(folder, 'templates/partials'), { recursive: true })
  writeFileSync(join(folder, 'templates/partials/close.md.hbs'), '\nIt has {{value "members"}} members.\n')
  edit('templates/briefing.md.hbs', (text) => text.replace('\n## ', '\n{{> close}}\n\n## '))
  await agree()

  writeFileSync(
    join(folder, 'templates/partials/close.md.hbs'),
    '\nIt has {{value "members"}} members.[^a]\n\n[^a]: Of all ages.\n',
  )
  await agree()

  writeFileSync(join(folder, 'templates/partials/close.md.hbs'), '\nIt has eleven million members, or 77.7%.\n')
  expect(hasErrors((await agree()).troubles)).toBe(true)
  writeFileSync(join(folder, 'templates/allow.yaml'), '- text: 77.7%\n  reason: a test\n')
  await agree()

  replace('templates/charts/visits.vl.json', '"dy": -4', '"dy": -6')
  await agree()

  edit('templates/charts/visits.vl.json', (text) => text.replace('"data"', '"date"'))
  expect(hasErrors((await agree()).troubles)).toBe(true)
})

test('… theme, fonts, language, colours, pictures and template', { timeout: 600_000 }, async () => {
  const { folder, edit, agree } = warmReport(copyEveryBlock())
  await agree()

  const theme = "colors: { accent: '#7a1f5c' }\n"
  writeFileSync(join(folder, 'templates/theme.yaml'), theme)
  await agree()

  await agree({ isGrey: true })

  const font = (weight: string) => resolve(`@expo-google-fonts/arimo/${weight}/Arimo_${weight}.ttf`)
  mkdirSync(join(folder, 'templates/fonts'))
  copyFileSync(font('400Regular'), join(folder, 'templates/fonts/own.ttf'))
  writeFileSync(
    join(folder, 'templates/theme.yaml'),
    `${theme}fonts: { body: { files: { regular: ./templates/fonts/own.ttf } } }\n`,
  )
  const { files: before } = await agree()
  copyFileSync(font('500Medium'), join(folder, 'templates/fonts/own.ttf'))
  const { files: after } = await agree()
  expect(after[1]?.bytes).not.toEqual(before[1]?.bytes)

  const reference = join(folder, 'brand.pptx')
  writeFileSync(reference, await ownTemplate())
  expect(hasErrors((await agree({ reference })).troubles)).toBe(false)
  writeFileSync(reference, await ownTemplate())
  await agree({ reference })

  edit('templates/charts/visits.vl.json', (text) =>
    text.replace(/"layer": ?\[/, '"layer": [{ "data": { "url": "templates/points.csv" }, "mark": "point" },'),
  )
  writeFileSync(join(folder, 'templates/points.csv'), 'periodLabel,value\n2024,200000\n')
  await agree()
  writeFileSync(join(folder, 'templates/points.csv'), 'periodLabel,value\n2024,500000\n')
  await agree()
  rmSync(join(folder, 'templates/points.csv'))
  expect(hasErrors((await agree()).troubles)).toBe(true)
})
