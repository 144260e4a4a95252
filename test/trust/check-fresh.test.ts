import { describe, expect, test } from 'vitest'
import { getEmbargo } from '../../src/build/embargo.ts'
import type { Dataset, Observation, Report } from '../../src/dataset/types.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { checkSourceDates, checkSourcePlaces, getCheckAs } from '../../src/trust/check-fresh.ts'
import { smallDataset } from '../document/dataset.ts'
import { parseTemplateText } from '../document/parse-text.ts'

/** The small dataset, its report moved on to another period. */
function reportOn(period: string): Dataset {
  const dataset = smallDataset()
  return { ...dataset, report: { ...dataset.report, period } }
}

describe('charts, tables and key figures know what they are as of', () => {
  const stale = (template: string, period: string) => {
    const { value } = parseTemplateText(template)
    if (!value) throw new Error('the template does not parse')
    return getCheckAs(value, reportOn(period)).map(
      ({ severity, message, place }) => `${severity} ${place?.line} ${message}`,
    )
  }
  const slide = '# T\n\n![](charts/netizens.vl.json)'
  test('what reaches the report’s period is fresh', () => {
    expect(stale(slide, '2023-12')).toEqual([])
    expect(stale(slide, '2023')).toEqual([])
  })
  test('what ends before it is told', () => {
    expect(stale(slide, '2024-06')).toEqual(['warning 3 a chart as of 2023-12 in a report on 2024-06'])
    expect(stale('# T\n\n:::key-figures\n{{key-figure "netizens"}}\n:::', '2024-06')).toEqual([
      'warning 3 the key figure netizens@2023-12 as of 2023-12 in a report on 2024-06',
    ])
    expect(stale('# T\n\n::::columns\n:::column\n![](charts/video.vl.json)\n:::\n::::', '2024-06')).toHaveLength(1)
  })
  test('unless its caption names that time', () => {
    const chart = (caption: string) => `# T\n\n![](charts/netizens.vl.json "${caption}")`
    expect(stale(chart('Netizens, December 2023'), '2024-06')).toEqual([])
    expect(stale(chart('Netizens in 2023'), '2024-06')).toEqual([])
    expect(stale(chart('Netizens in 2022'), '2024-06')).toHaveLength(1)
  })
  test('so is a table left at an earlier edition, unless its caption says of which year it is', () => {
    const table = (caption: string) =>
      `# T\n\n:::table[${caption}]\n| A | B |\n|---|---|\n| n | {{value "netizens"}} |\n:::`
    expect(stale(table('Netizens'), '2024-06')).toEqual(['warning 4 a table as of 2023-12 in a report on 2024-06'])
    expect(stale(table('Netizens in {{period "2023-12"}}'), '2024-06')).toEqual([])
    expect(stale(table('Netizens'), '2023-12')).toEqual([])
  })
  test('unless the slide means it', () => {
    expect(stale('# T\n::slide{periods="mixed"}\n\n![](charts/netizens.vl.json)', '2024-06')).toEqual([])
  })
})

describe('a source cannot state what was not over when it was published', () => {
  const dated = (published: string, status: Observation['status'] = 'stated') => {
    const dataset = smallDataset()
    const [netizens] = [...dataset.observations.values()].filter(({ key }) => key === 'netizens@2023-12')
    const source = dataset.sources.get('xinhua')
    if (!netizens || !source) throw new Error('the example has lost its figure')
    return checkSourceDates({
      ...dataset,
      sources: new Map([['xinhua', { ...source, published, cite: { en: 'CNNIC' } }]]),
      observations: new Map([[netizens.key, { ...netizens, status }]]),
    }).map(({ message }) => message)
  }
  test('by its dates', () => {
    expect(dated('2023-03-02')).toEqual([
      'a source of 2023-03-02 cannot state netizens@2023-12, whose period ends on 2023-12-31',
    ])
    expect(dated('2023-12-31')).toEqual([])
    expect(dated('2024')).toEqual([])
  })
  test('nor is it cited with the day of another year', () => {
    const dataset = smallDataset()
    const source = dataset.sources.get('xinhua')
    if (!source) throw new Error('the example has lost its source')
    const told = (cite: string) => {
      const sources = new Map([['xinhua', { ...source, published: '2024-03-22', cite: { en: cite } }]])
      return checkSourceDates({ ...dataset, sources }).map(({ message }) => message)
    }
    const wrong = 'CNNIC, 53rd Statistical Report, 22 March 2023'
    expect(told(wrong)).toEqual([`the source xinhua is of 2024-03-22, and is cited as “${wrong}”`])
    expect(told('CNNIC, 53rd Statistical Report, 22 March 2024')).toEqual([])
    expect(told('CNNIC, 53rd Statistical Report, March 2023 figures')).toEqual([])
    expect(told('CNNIC, 53rd Statistical Report, read on 3 May 2023')).toEqual([])
  })
  test('but for what is asked before the report’s own period is over', () => {
    const { report, indicators, observations, ...dataset } = smallDataset()
    const [figure] = [...observations.values()].filter(({ key }) => key === 'netizens@2023-12')
    const netizens = indicators.get('netizens')
    const source = dataset.sources.get('xinhua')
    if (!figure || !netizens || !source) throw new Error('the example has lost its figure')
    const told = (type: 'stock' | 'ratio', released: string) =>
      checkSourceDates({
        ...dataset,
        report: { ...report, period: '2023-12', released },
        indicators: new Map([['netizens', { ...netizens, type }]]),
        sources: new Map([['xinhua', { ...source, published: '2023-12-20' }]]),
        observations: new Map([[figure.key, { ...figure, status: 'stated' }]]),
      })
    expect(told('ratio', '2023-12-20')).toEqual([])
    expect(told('ratio', '2024-01-05')).toHaveLength(1)
    expect(told('stock', '2023-12-20')).toHaveLength(1)
  })
  test('once for all its figures of a period', () => {
    const dataset = smallDataset()
    const sources = new Map([...dataset.sources].map(([id, source]) => [id, { ...source, published: '2019' }]))
    const told = checkSourceDates({ ...dataset, sources }).map(({ message }) => message)
    const stated = [...dataset.observations.values()].filter(
      ({ statement, period }) => statement?.source === 'xinhua' && period === '2023-12',
    )
    expect(told.filter((one) => one.includes(`; nor ${stated.length - 1} more of that period`))).toHaveLength(1)
    expect(told.filter((one) => one.includes('2023-12-31'))).toHaveLength(
      new Set(
        [...dataset.observations.values()].flatMap(({ statement, period }) =>
          statement && period.startsWith('2023') ? `${statement.source}@${period}` : [],
        ),
      ).size,
    )
  })
  test('nor may it come out after the report, unless that says that it looks back', () => {
    const dataset = smallDataset()
    const late = new Map([...dataset.sources].map(([id, source]) => [id, { ...source, published: '2025-01-17' }]))
    const told = (compiled?: string) =>
      checkSourceDates({ ...dataset, sources: late, report: { ...dataset.report, compiled } }).map(
        ({ severity, message, hint }) => `${severity} ${message} (${hint})`,
      )
    expect(told()[0]).toBe(
      'error a source of 2025-01-17 in a report released on 2024-03-22: cnnic-50 (where the report looks back, say so in data/report.yaml: compiled: 2025-01-17)',
    )
    expect(told('2025-01-16')).toHaveLength(late.size)
    expect(told('2025-01-17')).toEqual([])
  })
  test('an estimate may come before', () => {
    expect(dated('2023-03-02', 'estimated')).toEqual([])
  })
})

describe('an embargo', () => {
  const report: Report = { ...smallDataset().report, embargo: '2024-03-25' }
  const words = (date: string | undefined, language = 'en') =>
    getEmbargo(report, date === undefined ? undefined : new Date(date), getLocale(language))?.words.replaceAll(
      '\u00a0',
      ' ',
    )
  test('is told on every page while the documents’ date is before it', () => {
    expect(words('2024-03-24T23:59:59Z')).toBe('Embargoed until 25 March 2024')
    expect(words('2024-03-25T00:00:00Z')).toBeUndefined()
    expect(words('2024-03-24T00:00:00Z', 'zh')).toBe('2024年3月25日前不得发布')
  })
  test('without a date of their own, the date of release counts', () => {
    expect(words(undefined)).toBe('Embargoed until 25 March 2024')
    expect(getEmbargo({ ...report, released: '2024-03-25' }, undefined, getLocale('en'))).toBeUndefined()
    expect(getEmbargo({ ...report, embargo: undefined }, undefined, getLocale('en'))).toBeUndefined()
  })
})

describe('a source says where it is found', () => {
  /** Netizens and penetration of one source, each with a place in it or none. */
  const placed = (url: string | undefined, ...locators: readonly (string | undefined)[]) =>
    placedOf('secondary', url, locators)
  const placedOf = (
    kind: 'primary' | 'secondary',
    url: string | undefined,
    locators: readonly (string | undefined)[],
    severity?: 'error',
  ) => {
    const { report, ...dataset } = smallDataset()
    const source = dataset.sources.get('xinhua')
    const figures = [...dataset.observations.values()].filter(({ statement }) => statement?.source === 'xinhua')
    if (!source) throw new Error('the example has lost its source')
    const observations = locators.flatMap((locator, index) => {
      const figure = figures[index]
      return figure?.statement ? [{ ...figure, statement: { ...figure.statement, paragraphs: [], locator } }] : []
    })
    return checkSourcePlaces({
      ...dataset,
      report: { ...report, ...(severity && { severity: { sources: severity } }) },
      sources: new Map([['xinhua', { ...source, kind, url }]]),
      observations: new Map(observations.map((one) => [one.key, one])),
    }).map(({ severity, kind, message }) => `${severity} ${kind} ${message.replace(/\S+@\S+/, 'FIGURE')}`)
  }
  test('once for all its figures', () => {
    expect(placed(undefined, undefined, undefined)).toEqual([
      'warning sources nothing says where FIGURE is found in its source: xinhua',
    ])
  })
  test('several sources in one warning, with the places of all', () => {
    const { observations, sources: known } = smallDataset()
    const xinhua = known.get('xinhua')
    if (!xinhua) throw new Error('the example has lost its source')
    const bare = (id: string) => ({ ...xinhua, id, kind: 'secondary' as const, url: undefined })
    const figures = [...observations.values()].flatMap((one, index) =>
      one.statement ? [{ ...one, statement: { ...one.statement, source: `s${index % 3}`, paragraphs: [] } }] : [],
    )
    const [warning, ...others] = checkSourcePlaces({
      ...smallDataset(),
      sources: new Map(['s0', 's1', 's2'].map((id) => [id, bare(id)])),
      observations: new Map(figures.map((one) => [one.key, one])),
    })
    expect(others).toEqual([])
    expect(warning?.message).toMatch(/in its source, nor figures of 2 more in theirs: s\d, s\d, s\d$/)
    expect(warning?.also).toHaveLength(2)
  })
  test('an address is enough, or a place for each figure', () => {
    expect(placed('https://example.org/report', undefined)).toEqual([])
    expect(placed(undefined, 'Table 5', 'page 17')).toEqual([])
    expect(placed(undefined, 'Table 5', undefined)).toHaveLength(1)
  })
  test('a primary source only where the report asks for it', () => {
    expect(placedOf('primary', undefined, [undefined])).toEqual([])
    expect(placedOf('primary', undefined, [undefined], 'error')).toHaveLength(1)
  })
})
