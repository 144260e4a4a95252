import { describe, expect, it } from 'vitest'
import { checkPeriods } from '../../../src/document/complete/check-periods.ts'
import { smallDataset } from '../dataset.ts'
import { parseTemplateText } from '../parse-text.ts'

/** The errors of a deck, each with the line of its template. */
function errors(template: string, dataset = smallDataset()): string[] {
  const { value } = parseTemplateText(template)
  if (!value) throw new Error('the template does not parse')
  return checkPeriods(value, dataset).map(({ place, message }) => `${place?.line}: ${message}`)
}

describe('checkPeriods', () => {
  it('accepts what the report is about, and what it is compared with', () => {
    expect(errors('# T\n\n{{value "netizens"}}, before {{value "netizens@2022-12"}}')).toEqual([])
  })

  it('refuses a figure left over from another edition', () => {
    expect(errors('# T\n\nNow {{value "netizens"}}.\n\nThen {{value "netizens@2022-06"}}.')).toEqual([
      '5: a figure of another period on a slide about 2023-12: netizens@2022-06',
    ])
  })

  it('tells all of a table at once, where its heads do not say when', () => {
    const columns = 'columns="value@2022-06 value"'
    expect(errors(`# T\n\n{{table "netizens online-video-users" ${columns} head="Of|Then|Now"}}`)).toEqual([
      '3: a figure of another period on a slide about 2023-12: netizens@2022-06',
    ])
    expect(errors(`# T\n\n{{table "netizens online-video-users" ${columns}}}`)).toEqual([])
    expect(errors('# T\n\n{{value "netizens@2022-06"}}, {{value "netizens@2021-12"}}')).toHaveLength(1)
    expect(errors('# T\n\n{{table "netizens" columns="previous value"}}')).toEqual([])
  })

  it('accepts it where the slide says that it mixes periods', () => {
    expect(errors('# T\n\n::slide{periods="mixed"}\n\n{{value "netizens@2022-06"}}')).toEqual([])
  })

  it('accepts it in words that name the year', () => {
    expect(errors('# T\n\n- In June 2022 there were {{value "netizens@2022-06"}}.')).toEqual([])
    expect(errors('# T\n\n- In June 2022.\n- There were {{value "netizens@2022-06"}}.')).toHaveLength(1)
  })

  it('accepts it in words that name a month of the last twelve', () => {
    const recent = { ...smallDataset(), report: { ...smallDataset().report, period: '2022-12', comparison: '2021-12' } }
    expect(errors('# T\n\n- At {{value "netizens@2022-06"}} in June.', recent)).toEqual([])
    expect(errors('# T\n\n- At {{value "netizens@2022-06"}} in July.', recent)).toHaveLength(1)
    expect(errors('# T\n\n- At {{value "netizens@2022-06"}} in June.')).toHaveLength(1)
  })

  it('reads a note and a quotation as the slide around them', () => {
    const note = (words: string) => `# T\n\n:::note\n\n${words}\n\n:::`
    const quote = (words: string) => `# T\n\n> ${words}\n>\n> — A reader`
    for (const set of [note, quote]) {
      expect(errors(set('In June 2022 there were {{value "netizens@2022-06"}}.'))).toEqual([])
      expect(errors(set('There were {{value "netizens@2022-06"}}.'))).toHaveLength(1)
    }
  })

  it('lets charts show history', () => {
    expect(errors('# T\n\n![](charts/netizens.vl.json)')).toEqual([])
  })
})
