import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { findRevisions } from '../../../src/dataset/revisions.ts'
import type { Dataset, Observation } from '../../../src/dataset/types.ts'
import { listRevisions } from '../../../src/document/complete/list-revisions.ts'
import type { Document } from '../../../src/document/types.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { figures, read } from '../../dataset/example.ts'
import { smallDataset } from '../dataset.ts'
import { parseTemplateText } from '../parse-text.ts'
import { said } from '../said.ts'

const now = smallDataset()

/** The small dataset as it was: one figure had another value, in the unit's base. */
function formerly(key: string, value: number, edition = 53): Dataset {
  const observations = new Map(now.observations)
  const figure = observations.get(key)
  if (!figure) throw new Error(`no figure: ${key}`)
  const quantity: Observation['quantity'] = { ...figure.quantity, value: new Decimal(value) }
  return { ...now, report: { ...now.report, edition }, observations: observations.set(key, { ...figure, quantity }) }
}

function told(template: string, earlier: Dataset, kind: Document['kind'] = 'deck', language = 'en'): string[] {
  const { value } = parseTemplateText(template, kind)
  if (!value) throw new Error('the template does not parse')
  return said(listRevisions(value, now, getLocale(language, 'en'), findRevisions(earlier, now)).blocks)
}

describe('listRevisions', () => {
  it('adds a slide of what changed, of which the figures carry no marks', () => {
    const template =
      '# {{value "netizens"}} online\n\nOf them {{value "online-video-users"}} watch.\n\n# Other\n\nWords.'
    expect(told(template, formerly('netizens@2023-12', 1_091_000_000))).toEqual([
      '# 1.092 billion online',
      'Of them 1.067 billion watch.',
      '# Other',
      'Words.',
      '# What changed',
      'slideOptions',
      '## Figures revised since the version before',
      'table',
    ])
  })

  it('names the edition that it compares with', () => {
    expect(told('# T', formerly('netizens@2023-12', 1_091_000_000, 52))).toContain(
      '## Figures revised since the 52nd report',
    )
    expect(told('# T', formerly('netizens@2023-12', 1_091_000_000, 52), 'deck', 'zh')).toContain(
      '## 第52次报告以来修订的数据',
    )
  })

  it('keeps a closing slide last', () => {
    const blocks = told('# T\n\n# End\n\n::slide{layout="closing"}', formerly('netizens@2023-12', 1_091_000_000))
    expect(blocks.filter((line) => line.startsWith('# '))).toEqual(['# T', '# What changed', '# End'])
  })

  it('says so where nothing was revised', () => {
    expect(told('# T', now)).toEqual([
      '# T',
      '# What changed',
      'slideOptions',
      '## Figures revised since the version before',
      'No figure was revised.',
    ])
  })
})

describe('findRevisions', () => {
  const parsed = (text: string): Dataset => {
    const { value } = read({ 'figures.yaml': text })
    if (!value) throw new Error('the example does not read')
    return value
  }

  it('notices a level of the past that the change stated now contradicts', () => {
    const earlier = parsed(
      figures.replace(
        /- period: 2023-12\n {8}value: 509 million\n {8}source: paper\n {8}change: .*/,
        '- { period: 2022-12, value: 430 million, source: paper }',
      ),
    )
    const [silent] = findRevisions(earlier, parsed(figures)).silent
    expect(silent?.change.key).toBe('users.change@2023-12')
    expect(silent?.printed.key).toBe('users@2022-12')
    expect(silent?.implied.value.toNumber()).toBe(422_710_000)
  })

  it('finds none where what was printed then is within the rounding', () => {
    const earlier = parsed(
      figures.replace(
        /- period: 2023-12\n {8}value: 509 million\n {8}source: paper\n {8}change: .*/,
        '- { period: 2022-12, value: 423 million, source: paper }',
      ),
    )
    expect(findRevisions(earlier, parsed(figures)).silent).toEqual([])
  })
})
