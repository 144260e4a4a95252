import { expect, it } from 'vitest'
import { toEditorFile } from '../../../src/command/editor/editor-file.ts'
import { starterReport } from '../../cli/starter.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

it('completes the names of a report’s data in chart specs', () => {
  expect(toEditorFile('chart', starterReport())).toMatchObject({
    definitions: {
      NamedData: {
        properties: { name: { anyOf: [{ enum: expect.arrayContaining(['visits', 'branches']) }, { type: 'string' }] } },
      },
    },
  })
})

it('is Vega-Lite’s own schema where there is no report', () => {
  expect(toEditorFile('chart', temporaryFolder())).toMatchObject({
    definitions: { NamedData: { properties: { name: { type: 'string' } } } },
  })
})
