import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runPage } from './run-page.ts'

// Slow: it does all that the pages say.

const pages = [
  ...['docs/learn', 'docs/do'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
  ...['held-words', 'trace', 'native-charts'].map((name) => `docs/understand/${name}.md`),
]

it.each(pages)('%s can be followed from an empty folder', async (page) => {
  expect(await runPage(page)).toEqual([])
})
