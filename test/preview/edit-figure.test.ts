import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDataset } from '../../src/dataset/read/read.ts'
import { createFigureEditor } from '../../src/preview/edit-figure.ts'
import { starterReport } from '../cli/starter.ts'

function opened() {
  const folder = starterReport()
  const { value: dataset } = readDataset(folder)
  if (!dataset) throw new Error('the starter cannot be read')
  const text = (name: string) => readFileSync(join(folder, 'data', name), 'utf8')
  return { folder, dataset, editor: createFigureEditor(folder), text }
}

it('writes the one value, of YAML and of CSV, and takes it back', () => {
  const { dataset, editor, text } = opened()
  const [yaml, csv] = [text('figures.yaml'), text('visits.csv')]
  expect(editor.read(dataset, 'harbour-visits@2024').said).toBe('262000')
  expect(editor.write(dataset, 'harbour-visits@2024', '262500')).toEqual({
    isWritten: true,
    said: expect.stringMatching(/^written: data\/figures\.yaml:\d+$/),
  })
  expect(text('figures.yaml')).toBe(yaml.replace('262000', '262500'))
  expect(editor.write(dataset, 'visits@2020', '487000').isWritten).toBe(true)
  expect(text('visits.csv')).toBe(csv.replace('486000', '487000'))
  expect(editor.undo()).toEqual({ isWritten: true, said: 'as before: data/visits.csv' })
  expect(editor.undo()).toEqual({ isWritten: true, said: 'as before: data/figures.yaml' })
  expect([text('figures.yaml'), text('visits.csv')]).toEqual([yaml, csv])
  expect(editor.undo()).toEqual({ isWritten: false, said: 'nothing to take back' })
})

it('writes nothing that cannot be read, and says why', () => {
  const { dataset, editor, text } = opened()
  const yaml = text('figures.yaml')
  expect(editor.write(dataset, 'harbour-visits@2024', '262 thosand')).toEqual({
    isWritten: false,
    said: expect.stringMatching(
      /^not written: data.*: unknown unit or scale: thosand\n.*\n {2}hint: did you mean thousand/,
    ),
  })
  expect(text('figures.yaml')).toBe(yaml)
  editor.write(dataset, 'harbour-visits@2024', '262 thousand')
  expect(text('figures.yaml')).toBe(yaml.replace('262000', '262 thousand'))
})

it.each(['1\n  source: x', '\u0000', '\ud800', '1\u2028'])('takes one line of text: %j', (written) => {
  const { dataset, editor, text } = opened()
  const yaml = text('figures.yaml')
  const said = 'a value is one line of text'
  expect(editor.write(dataset, 'harbour-visits@2024', written)).toEqual({ isWritten: false, said })
  expect(text('figures.yaml')).toBe(yaml)
})

it('says at once what the checks say', () => {
  const { dataset, editor } = opened()
  expect(editor.write(dataset, 'members@2025', '97900').said).toMatch(
    /^written: data\/figures\.yaml:\d+\n.*: error: contradiction: members/,
  )
})

it('writes no figure that is worked out, and takes nothing back over the edits of others', () => {
  const { folder, dataset, editor, text } = opened()
  expect(editor.write(dataset, 'recovery@2025', '95%')).toEqual({
    isWritten: false,
    said: 'worked out from visits@2025, visits@2019: change those',
  })
  expect(editor.write(dataset, 'nothing@2025', '1').said).toBe('no such figure: nothing@2025')
  editor.write(dataset, 'loans@2025', '2.470 million')
  writeFileSync(join(folder, 'data/figures.yaml'), `${text('figures.yaml')}# mine\n`)
  expect(editor.undo()).toEqual({ isWritten: false, said: 'data/figures.yaml was edited since' })
})
