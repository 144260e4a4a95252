import { expect, it } from 'vitest'
import { suggestedRelations } from '../../../../src/dataset/check/plausible/suggested-relations.ts'
import { read } from '../../example.ts'

const suggested = (rate: string, more = '') => {
  const { value } = read({
    'figures.yaml': `indicators:
  netizens: { label: { en: Netizens, zh: 网民规模 }, unit: people, type: stock }
  rural-netizens: { label: { en: Rural netizens, zh: 农村网民规模 }, unit: people, type: stock${more} }
  non-netizens: { label: { en: Non-netizens, zh: 非网民规模 }, unit: people, type: stock }
  rural-share: { label: Rural share, unit: percent, type: ratio, denominator: all netizens }
`,
    'rows.csv': `indicator,period,value,source
netizens,2023-12,1.092 billion,paper
rural-netizens,2023-12,326 million,paper
non-netizens,2023-12,317 million,paper
rural-share,2023-12,${rate},paper
`,
  })
  return value && suggestedRelations(value).map(({ indicator, line }) => `${indicator.id}: ${line}`)
}

it('names a part by its label, and a share whose figures agree by its denominator', () => {
  expect(suggested('29.8%')).toEqual([
    'rural-netizens: part-of: netizens',
    'rural-share: share-of: { numerator: rural-netizens, denominator: netizens }',
  ])
})

it('names nothing that is declared, or that the figures speak against', () => {
  expect(suggested('35.1%', ', part-of: netizens')).toEqual([])
})
