import { expect, test } from 'vitest'
import { toMarking } from '../../../src/dataset/figure/status-marks.ts'
import { markStatuses } from '../../../src/document/complete/mark-statuses.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { theme } from '../../layout/stage.ts'
import { smallDataset } from '../dataset.ts'
import { parseTemplateText } from '../parse-text.ts'
import { said } from '../said.ts'

/** The source line below a chart of which so many figures are provisional. */
function lineBelow(count: number, marks = 0): string | undefined {
  const { value } = parseTemplateText('# A\n\n![](charts/all.vl.json)\n')
  if (!value) throw new Error('the template does not parse')
  const blocks = value.blocks.map((block) => {
    if (block.type !== 'chart') return block
    const levels = block.chart.observations.filter(({ measure }) => measure === 'value').slice(0, count)
    const observations = levels.map((observation) => ({ ...observation, status: 'provisional' as const }))
    const marked = new Map(observations.slice(0, marks).map(({ key }) => [key, ['provisional' as const]]))
    return { ...block, chart: { ...block.chart, observations, marked } }
  })
  const locale = getLocale('en')
  const marking = toMarking(theme.marks, locale.text, undefined)
  return said(markStatuses({ ...value, blocks }, marking, smallDataset(), locale).blocks).at(-1)
}

test('figures that a chart does not mark are named below it, and counted where they are many', () => {
  expect(lineBelow(2)).toBe('[Provisional: Netizens, Jun 2022; Netizens, Dec 2022]')
  expect(lineBelow(5)).toBe('[Provisional: 5 figures, June 2022 to December 2023]')
  const marked = lineBelow(5, 1)?.replaceAll('\u00a0', ' ')
  expect(marked).toBe('[[p] provisional: 4 figures, December 2022 to December 2023]')
})
