import { expect, it } from 'vitest'
import { claimsFirst } from '../../src/console/claims-first.ts'
import { fillTemplate } from '../../src/document/template/fill.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { smallDataset } from '../document/dataset.ts'

it('tells words that are no longer true before anything else', () => {
  const template = {
    file: 'templates/deck.md.hbs',
    text: '{{value "netizen"}}\n{{#claim "fell" "netizens"}}fell{{/claim}}\n',
  }
  const input = { template, partials: new Map(), dataset: smallDataset(), locale: getLocale('en') }
  const { diagnostics } = fillTemplate(input)
  expect(claimsFirst(diagnostics).map(({ message }) => message.slice(0, 16))).toEqual([
    'not true: “fell”',
    'unknown indicato',
  ])
})
