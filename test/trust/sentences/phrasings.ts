import { readFileSync } from 'node:fs'
import type { Dataset } from '../../../src/dataset/types.ts'
import type { Pair } from './constructs.ts'

/** What a template is filled with; of the words [up|down] it takes those of its `way`. */
type Slots = Readonly<Record<string, string>>

type Way = '0' | '1'

/** One true filling of the templates of a construct, and false ones. */
interface Case {
  right: Slots
  wrong: readonly Slots[]
}

/** How a language names what the templates are filled with. */
interface Names {
  cardinals: readonly string[]
  ordinals: readonly string[]
  regions: Readonly<Record<string, string>>
  types: Readonly<Record<string, string>>
  /** Twice, three times, half as many; a third, a half, two fifths, a quarter of all. */
  multiples: readonly [string, string, string]
  shares: readonly [string, string, string, string]
  /** Which names take a verb in the plural. */
  plural: RegExp
  /** Of each series its name, what there are so many of where it is a number of things, and its name as a number. */
  series: Readonly<Record<string, readonly [name: string, things?: string | undefined, number?: string]>>
}

const regions = ['aldria', 'borland', 'corvia', 'delmar', 'estoria', 'faldon']
const inLatin = Object.fromEntries(regions.map((one) => [one, one.charAt(0).toUpperCase() + one.slice(1)]))

const english: Names = {
  cardinals: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'],
  ordinals: ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'],
  regions: inLatin,
  types: { flats: 'flats', detached: 'detached houses' },
  multiples: ['twice', 'three times', 'half'],
  shares: ['a third', 'half', 'two fifths', 'a quarter'],
  plural: /s$/,
  series: {
    permits: ['building permits', 'building permits', 'number of building permits'],
    completions: ['completions', 'completed homes', 'number of completions'],
    starts: ['housing starts', 'housing starts', 'number of housing starts'],
    demolitions: ['demolitions', 'demolitions', 'number of demolitions'],
    vacancy: ['the vacancy rate'],
    ownership: ['the home ownership rate'],
    output: ['construction output'],
    loans: ['mortgage lending'],
    evictions: ['evictions', 'evictions', 'number of evictions'],
    costs: ['construction costs'],
    waiting: ['the waiting list', 'households on the waiting list'],
  },
}

const chinese: Names = {
  cardinals: [...'零一二三四五六七八'],
  ordinals: [...'零一二三四五六七八'],
  regions: {
    aldria: '阿尔省',
    borland: '博兰省',
    corvia: '科维省',
    delmar: '德马省',
    estoria: '埃斯省',
    faldon: '法顿省',
  },
  types: { flats: '公寓', detached: '独栋住宅' },
  multiples: ['两倍', '三倍', '一半'],
  shares: ['三分之一', '一半', '四成', '四分之一'],
  plural: /^$/,
  series: {
    permits: ['建筑许可', '建筑许可', '建筑许可数'],
    completions: ['竣工住房', '竣工住房', '竣工套数'],
    starts: ['新开工住房', '新开工住房', '新开工住房套数'],
    demolitions: ['拆除住房', '拆除住房', '拆除住房套数'],
    vacancy: ['空置率'],
    ownership: ['住房自有率'],
    output: ['建筑业产值'],
    loans: ['住房贷款'],
    evictions: ['强制搬迁', '强制搬迁', '强制搬迁起数'],
    costs: ['建筑成本'],
    waiting: ['轮候家庭', '轮候家庭', '轮候户数'],
  },
}

/** The number of a series is its name in the dative: bei den Baugenehmigungen. */
const german: Names = {
  cardinals: ['null', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht'],
  ordinals: ['nullte', 'erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'sechste', 'siebte', 'achte'],
  regions: inLatin,
  types: { flats: 'Mehrfamilienhäuser', detached: 'Einfamilienhäuser' },
  multiples: ['doppelt', 'dreimal', 'halb'],
  shares: ['entfiel ein Drittel', 'entfiel die Hälfte', 'entfielen zwei Fünftel', 'entfiel ein Viertel'],
  plural: /(?:ungen|Baubeginne|Abrisse|kredite|kosten)$/,
  series: {
    permits: ['die Baugenehmigungen', 'Baugenehmigungen', 'den Baugenehmigungen'],
    completions: ['die Fertigstellungen', 'Fertigstellungen', 'den Fertigstellungen'],
    starts: ['die Baubeginne', 'Baubeginne', 'den Baubeginnen'],
    demolitions: ['die Abrisse', 'Abrisse', 'den Abrissen'],
    vacancy: ['die Leerstandsquote', undefined, 'der Leerstandsquote'],
    ownership: ['die Eigentümerquote', undefined, 'der Eigentümerquote'],
    output: ['der Bauumsatz', undefined, 'dem Bauumsatz'],
    loans: ['die Wohnungskredite', undefined, 'den Wohnungskrediten'],
    evictions: ['die Zwangsräumungen', 'Zwangsräumungen', 'den Zwangsräumungen'],
    costs: ['die Baukosten', undefined, 'den Baukosten'],
    waiting: ['die Warteliste', 'Haushalte auf der Warteliste', 'der Warteliste'],
  },
}

const namesIn = { en: english, zh: chinese, de: german }

const turn = (way: Way): Way => (way === '0' ? '1' : '0')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const broken = ['permits', 'completions', 'vacancy', 'output']

/** All phrasings of each construct in a language, each with a true and a false filling by the figures of building/. */
export function phrasedPairs(dataset: Dataset, language: keyof typeof namesIn): Pair[] {
  const cases = casesOf(dataset, namesIn[language])
  let construct = ''
  let at = 0
  return readFileSync(new URL(`phrasings.${language}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line): Pair[] => {
      if (line.startsWith('## ')) construct = line.slice(3)
      const all = cases[construct] ?? []
      if (line === '' || line.startsWith('#') || all.length === 0) return []
      at += 1
      const { right, wrong } = all[at % all.length] ?? { right: {}, wrong: [] }
      const said = fill(line, right, namesIn[language].plural)
      const other = wrong
        .map((slots) => fill(line, slots, namesIn[language].plural))
        .find((text) => text !== undefined && text !== said)
      return said === undefined || other === undefined ? [] : [{ construct, right: said, wrong: other }]
    })
}

/** [up|down] by the way, <is|are> by the name, {slots} of the case; nothing where one is missing. */
function fill(template: string, slots: Slots, plural: RegExp): string | undefined {
  let isWhole = true
  const isPlural = plural.test(slots.n ?? '')
  const text = template
    .replace(/\[([^[\]{}]*\|[^[\]{}]*)\]/g, (_, words: string) => words.split('|')[Number(slots.way ?? 0)] ?? '')
    .replace(/<([^<>]*)\|([^<>]*)>/g, (_, one: string, many: string) => (isPlural ? many : one))
    .replace(/\{([A-Za-z]\w*)\}/g, (whole, key: string) => {
      const value = slots[key]
      if (value === undefined && !(key in english.series)) isWhole = false
      return value ?? whole
    })
  return isWhole ? capital(text.replace(/ {2,}/g, ' ').replace(/ ([,.])/g, '$1')) : undefined
}

function casesOf(
  { observations }: Dataset,
  { series: names, cardinals, ordinals, regions: labels, types, multiples, shares }: Names,
): Readonly<Record<string, readonly Case[]>> {
  const label = (region: string) => labels[region] ?? ''
  const value = (id: string, year = 2025) => observations.get(`${id}@${year}`)?.quantity.value.toNumber() ?? 0
  const of = (id: string, more: Slots = {}): Slots => {
    const [name = '', things, number = name.replace('the ', '')] = names[id] ?? []
    const own = { n: name, N: name, b: number, v: `{${id}}`, p: `{${id}@2024}`, r: `{${id}.rate.by}`, V: `{${id}}` }
    return { ...own, by: `{{by "${id}"}}`, ida: `${id}[aldria]`, ...(things ? { x: things } : {}), ...more }
  }
  const both = (slots: Slots, way: Way): Case => ({
    right: { ...slots, way },
    wrong: [{ ...slots, way: turn(way) }],
  })
  const wayOf = (id: string, from = 2024, to = 2025): Way => (value(id, to) > value(id, from) ? '0' : '1')
  const rowOf = (id: string, end = 2025) => {
    let year = end
    while (year > 2018 && wayOf(id, year - 1, year) === wayOf(id, end - 1, end)) year -= 1
    return end - year
  }
  const inRegion = (id: string, a: string, b = a): Slots => {
    const [own, other] = [a, b].map((one) => `${id}[${one}]`)
    const ofTwo = { A: label(a), B: label(b), va: `{${own}}`, vb: `{${other}}` }
    return of(id, { ...ofTwo, ra: `{${own}.rate.by}`, rb: `{${other}.rate.by}`, ida: own ?? '' })
  }
  const sorted = (id: string, by = (one: string) => value(`${id}[${one}]`)) => regions.toSorted((a, b) => by(b) - by(a))
  const growth = (id: string) => (one: string) => value(`${id}[${one}]`) / value(`${id}[${one}]`, 2024)
  const two = (a: string, b: string): Slots => {
    const [one = '', other = ''] = [a, b].map((id) => names[id]?.[0])
    return { s1: one, S1: capital(one), s2: other, S2: capital(other), v1: `{${a}}`, v2: `{${b}}` }
  }
  const moved = Object.keys(names).filter((id) => value(id) !== value(id, 2024))
  const pair = (a: string, b: string, id = 'permits') => {
    const gap = (year: number) => value(`${id}[${a}]`, year) - value(`${id}[${b}]`, year)
    return both(inRegion(id, a, b), gap(2025) > gap(2024) ? '0' : '1')
  }
  const extremes = (id: string, all: readonly string[]): Case[] => {
    const [first = '', last = ''] = [all[0], all.at(-1)]
    return [both(inRegion(id, first), '0'), both(inRegion(id, last), '1')]
  }
  const exception = (id: string, way: Way, region: string, other: string): Case => ({
    right: { ...inRegion(id, region), way },
    wrong: [{ ...inRegion(id, other), way }],
  })
  const counted = (id: string, way: Way, count: number, wrong: number): Case => ({
    right: of(id, { k: cardinals[count] ?? '', K: capital(cardinals[count] ?? ''), way }),
    wrong: [of(id, { k: cardinals[wrong] ?? '', K: capital(cardinals[wrong] ?? ''), way })],
  })
  const part = (region: string, share: string, wrong: string, id = 'completions'): Case => ({
    right: { ...inRegion(id, region), sh: share, Sh: capital(share) },
    wrong: [{ ...inRegion(id, region), sh: wrong, Sh: capital(wrong) }],
  })
  const dated = (id: string, year: number, wrong: number): Case => {
    const [right, other] = [year, wrong].map((y) => of(id, { y: `${y}`, Y: `${y}`, yv: `{${id}@${y}}` }))
    return { right: right ?? {}, wrong: [other ?? {}] }
  }
  const row = (id: string) => {
    const k = rowOf(id)
    return both(of(id, { k: cardinals[k] ?? '', kth: ordinals[k] ?? '', y0: `${2025 - k}` }), wayOf(id))
  }
  const turned = ['vacancy', 'starts', 'loans', 'evictions'].map((id) => {
    const k = rowOf(id, 2024)
    return both(of(id, { k: cardinals[k] ?? '', k1: cardinals[k + 1] ?? '' }), turn(wayOf(id)))
  })
  const twice = (a: string, b: string, m: string, wrong: string): Case => ({
    right: { ...inRegion('permits', a, b), m },
    wrong: [{ ...inRegion('permits', a, b), m: wrong }],
  })
  return {
    ...{ direction: moved.map((id) => both(of(id), wayOf(id))), headline: moved.map((id) => both(of(id), wayOf(id))) },
    unchanged: ['permits', 'output'].map((id) => ({ right: of('demolitions'), wrong: [of(id)] })),
    record: ['completions', 'output', 'waiting', 'permits'].map((id) => both(of(id), wayOf(id))),
    since: [dated('starts', 2022, 2019), dated('vacancy', 2022, 2019)],
    runs: ['permits', 'completions', 'output'].map(row),
    reversal: turned,
    peak: [dated('permits', 2021, 2022), dated('starts', 2020, 2021)],
    extreme: broken.flatMap((id) => extremes(id, sorted(id))),
    rank: broken.map((id): Case => {
      const [first = '', second = '', third = ''] = sorted(id)
      const place = { A1: label(first), kth: ordinals[2] ?? '' }
      return { right: { ...inRegion(id, second), ...place }, wrong: [{ ...inRegion(id, third), ...place }] }
    }),
    count: [counted('permits', '1', 4, 3), counted('completions', '0', 5, 4)],
    all: [both(of('vacancy'), '0'), both(of('output'), '0'), { right: of('output'), wrong: [of('completions')] }],
    except: [exception('completions', '0', 'estoria', 'faldon')],
    only: [exception('completions', '1', 'estoria', 'faldon'), exception('permits', '0', 'corvia', 'borland')],
    compare: broken.map((id) => both(inRegion(id, sorted(id)[1] ?? '', sorted(id)[3]), '0')),
    multiple: [
      twice('aldria', 'delmar', multiples[0], multiples[1]),
      twice('estoria', 'corvia', multiples[2], multiples[1]),
    ],
    faster: ['output', 'completions'].map((id) => {
      const [first = '', , third = ''] = sorted(id, growth(id))
      return both(inRegion(id, first, third), '0')
    }),
    fastest: extremes('output', sorted('output', growth('output'))),
    gap: [pair('aldria', 'borland'), pair('aldria', 'borland', 'output'), pair('borland', 'corvia')],
    overtook: [{ right: two('completions', 'permits'), wrong: [two('permits', 'completions')] }],
    share: [part('aldria', shares[0], shares[1]), part('aldria', shares[2], shares[3], 'output')],
    majority: [
      both({ t: types.flats ?? '', T: capital(types.flats ?? ''), vt: '{permits[flats]}' }, '0'),
      both({ t: types.detached ?? '', T: capital(types.detached ?? ''), vt: '{permits[detached]}' }, '1'),
    ],
    drivers: [{ right: inRegion('output', 'aldria'), wrong: [inRegion('output', 'corvia')] }],
    range: broken.map((id): Case => {
      const [first = '', second = ''] = sorted(id)
      const last = sorted(id).at(-1) ?? ''
      const ends = (high: string) => ({
        H: label(high),
        hi: `{${id}[${high}]}`,
        L: label(last),
        lo: `{${id}[${last}]}`,
      })
      return { right: of(id, ends(first)), wrong: [of(id, ends(second))] }
    }),
    'than a year': [['permits', 2020] as const, ['vacancy', 2019] as const, ['output', 2022] as const].map(
      ([id, year]) => both(of(id, { y: `${year}`, yv: `{${id}@${year}}` }), wayOf(id, year)),
    ),
    negation: moved.map((id) => both(of(id), wayOf(id))),
    neither: [both(two('completions', 'output'), '0'), both(two('permits', 'evictions'), '1')],
    unlike: [{ right: two('completions', 'permits'), wrong: [two('permits', 'completions')] }],
    average: ['corvia', 'borland', 'faldon'].map((one) =>
      both({ A: label(one), va: `{vacancy[${one}]}` }, value(`vacancy[${one}]`) > value('vacancy') ? '0' : '1'),
    ),
    pace: [both(of('costs'), '1'), both(of('waiting'), '0'), both(of('output'), '0')],
    'first time': [
      both(of('starts', { fy: '2020', k: cardinals[5] ?? '' }), '0'),
      both(of('evictions', { fy: '2021', k: cardinals[4] ?? '' }), '1'),
    ],
    half: [both(of('loans'), '0'), both(of('evictions'), '1')],
    sharply: [both(of('costs'), '0'), both(of('loans'), '1')],
    'half of households': [both({}, '0')],
  }
}
