import { expect, it } from 'vitest'
import { readDataset } from '../../src/dataset/read/read.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { previewFigures } from '../../src/preview/preview-state.ts'
import { starterReport } from '../cli/starter.ts'
import { edit } from '../edit-file.ts'

it('tells which figures no place in a source is named for, and what was worked out from them', () => {
  const folder = starterReport()
  edit(folder, 'data/figures.yaml', '        paragraph: 3\n', '')
  const { value: dataset } = readDataset(folder)
  if (!dataset) throw new Error('the starter cannot be read')
  const figures = previewFigures({ dataset, locale: getLocale('en'), documents: [] }, undefined)
  const untraced = figures.filter(({ isTraced }) => !isTraced).map(({ key }) => key)
  expect(untraced).toEqual(expect.arrayContaining(['members@2025', 'members.change@2025', 'visits-per-member@2025']))
  expect(untraced).not.toContain('visits@2025')
  expect(untraced).not.toContain('recovery@2025')
})
