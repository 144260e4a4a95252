import { describe, expect, test } from 'vitest'
import { sourceText } from '../../../src/files/source-text.ts'
import { checkLooseNumbers } from '../../../src/trust/numbers/check-loose-numbers.ts'
import { smallDataset } from '../../document/dataset.ts'

/** The numbers that are found in a line of a template. */
function typed(line: string): string[] {
  const templates = [sourceText('templates/briefing.md.hbs', `A ${line}`)]
  const { indicators, ...dataset } = smallDataset()
  const clean = new Map([...indicators].filter(([id]) => id !== 'hostile'))
  const found = checkLooseNumbers({
    templates,
    charts: [],
    allow: undefined,
    isWhole: true,
    dataset: { ...dataset, indicators: clean },
  })
  return found.map(({ message }) => message.replace(/^.*: /, '').replaceAll('\u2060', ''))
}

describe('what looks like a year, a date, a label or a name and is a quantity', () => {
  test.each([
    ['branch lent 2024 books.', '2024'],
    ['room for 2000 visitors, 1990 people.', '1990'],
    ['branch had in May 45 readers.', '45'],
    ['branch had in May 12 readers.', '12'],
    ['report tells how they figure 300 visitors.', '300'],
    ['Part 40 of the members came.', '40'],
    ['library is No. 1 in the country.', '1'],
    ['branch has 96K readers.', '96K'],
    ['network has 500G users.', '500'],
    ['rise of GDP3.5% helped.', '3.5%'],
    ['branch met 12/15 of its target.', '12'],
    ['branch lost an eighth of its readers.', 'an eighth'],
    ['crowd of dozens of readers.', 'dozens'],
    ['site has millions of users.', 'millions'],
    ['count of &#57;&#54;,400 readers.', '96,400'],
    ['share of &frac12; of all.', '½'],
    ['{{#with "4.7 million"}}{{this}}{{/with}} readers.', '4.7 million'],
  ])('%s', (line, expected) => {
    expect(typed(line)).toContain(expected)
  })
})

describe('what is a year, a date, a time, a version or a name passes', () => {
  test.each([
    'report on 2024 shows it.',
    'budget of the 2024 report, in 2023 results, the 2023 figures.',
    'branch opened in 1990 and in 2024 books were lent.',
    'meeting on May 12 at 10:30, on 12 May 2024.',
    'look at Figure 3 shows it; see Figure 2 and Table 4.',
    'word from Part 2 of the report, page 3/12.',
    'film in 4K and 3D over 5G, on A4 paper, in Version 2.1.',
    'desk is open 24/7; CO2 and IPv6 are names.',
    'financial year 2023/24 and Q4 2023.',
  ])('%s', (line) => {
    expect(typed(line)).toEqual([])
  })
})

test('small whole numbers of everyday prose pass, but no figure of the dataset, change or amount', () => {
  expect(typed('team of 12 people worked 6 weeks, 48 hours in all, in 5 meetings.')).toEqual([])
  expect(typed('crowd of 120 people.')).toEqual(['120'])
  expect(typed('staff that rose by 12 people.')).toEqual(['12'])
  expect(typed('share of 12% of people, $5 a person.')).toEqual(['12%', '$5'])
})

test('case is no matter to the allow-list, and one line serves for all places', () => {
  const allow = sourceText('templates/allow.yaml', '- text: past half year\n  reason: a span\n')
  const templates = [sourceText('templates/briefing.md.hbs', 'Past half year. In the past half year.')]
  const { indicators, ...dataset } = smallDataset()
  const clean = new Map([...indicators].filter(([id]) => id !== 'hostile'))
  expect(
    checkLooseNumbers({ templates, charts: [], allow, isWhole: true, dataset: { ...dataset, indicators: clean } }),
  ).toEqual([])
})
