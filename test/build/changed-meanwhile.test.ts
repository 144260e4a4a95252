import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { makeReport } from '../../src/build.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { starterReport } from '../cli/starter.ts'

it('no documents are made of files that change while they are: some would say what was, others what is', async () => {
  const folder = starterReport()
  const file = join(folder, 'data/visits.csv')
  const tools = createTools()
  const request = { folder, formats: ['pptx', 'pdf'] as const }
  const making = makeReport(request, tools)
  // Charts are drawn by now, of what was read before.
  writeFileSync(file, readFileSync(file, 'utf8').replace('934000', '935000'))
  const { value, diagnostics } = await making
  expect(value).toBeUndefined()
  expect(diagnostics.map(formatDiagnostic)).toContain(
    'error: changed while the build ran: data/visits.csv\n  hint: build again',
  )
  expect((await makeReport(request, tools)).value).toBeDefined()
  await tools.close()
})
