import { describe, expect, it } from 'vitest'
import { type NumberInText, readNumbers } from '../../../src/trust/numbers/numbers-in-text.ts'
import { writtenValue } from '../../../src/trust/numbers/written-value.ts'

/** `1.092 billion = 1092000000` for a number, `date: December 2023` for another mention. */
function say(mention: NumberInText): string {
  if (mention.kind !== 'number') return `${mention.kind}: ${mention.text}`
  const unit = mention.unit ? { percent: ' %', 'percentage-points': ' pp' }[mention.unit] : ''
  return `${mention.text} = ${mention.qualifier ? `${mention.qualifier} ` : ''}${mention.value}${unit}`
}

const said = (text: string) => readNumbers(text, 'en').map(say)

describe('readNumbers', () => {
  it.each([
    [
      '1.092 billion, up 24.8 million, or 2.3%',
      ['1.092 billion = 1092000000', '24.8 million = 24800000', '2.3% = 2.3 %'],
    ],
    ['by over 47 million', ['over 47 million = over 47000000']],
    ['aged 60 and over 59.8%', ['60 = 60', '59.8% = 59.8 %']],
    ['−4.4 percentage points', ['−4.4 percentage points = -4.4 pp']],
    ['members at the end – 6,100 more, up 3% – 0.9% in real terms', ['6,100 = 6100', '3% = 3 %', '0.9% = 0.9 %']],
    ['Balance: – 5.2, (- 0.4%)', ['– 5.2 = -5.2', '- 0.4% = -0.4 %']],
    ['4.4-percentage-point', ['4.4-percentage-point = 4.4 pp']],
    ['527.0 to 529.2 million', ['527.0 = 527000000', '529.2 million = 529200000']],
    ['by 52,000 to 3.41 million', ['52,000 = 52000', '3.41 million = 3410000']],
    ['61.5–62.1%', ['61.5 = 61.5 %', '62.1% = 62.1 %']],
    ['1,066.71 and 961,000', ['1,066.71 = 1066.71', '961,000 = 961000']],
    [
      '¥15.4 trillion, $5m, 1.09bn, RMB100',
      ['¥15.4 trillion = 15400000000000', '$5m = 5000000', '1.09bn = 1090000000', 'RMB100 = 100'],
    ],
    ['60 million or more', ['60 million or more = at least 60000000']],
    [
      '10.92亿人，2480万，4.4个百分点，15.4万亿元',
      ['10.92亿 = 1092000000', '2480万 = 24800000', '4.4个百分点 = 4.4 pp', '15.4万亿 = 15400000000000'],
    ],
    [
      '4700多万，近11亿，60万人以上',
      ['4700多万 = over 47000000', '近11亿 = nearly 1100000000', '60万人以上 = at least 600000'],
    ],
    ['10亿4700万', ['10亿4700万 = 1047000000']],
    ['１．０９２ billion, ٢٫٣٪', ['１．０９２ billion = 1092000000', '٢٫٣٪ = 2.3 %']],
    ['24.8\u00a0million and 1\u202f092\u202f000', ['24.8\u00a0million = 24800000', '1\u202f092\u202f000 = 1092000']],
    ['1.0\u00ad92 bil\u00adlion', ['1.0\u00ad92 bil\u00adlion = 1092000000']],
  ])('reads quantities in %s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    [
      'in December 2023, on 22 March 2024, in 2020–2023, Q4 2023',
      ['date: December 2023', 'date: 22 March 2024', 'date: 2020', 'date: 2023', 'date: Q4 2023'],
    ],
    ['2023年12月，2023-12，12月', ['date: 2023年12月', 'date: 2023-12', 'date: 12月']],
    ['the 53rd report, 第53次', ['ordinal: 53rd', 'ordinal: 第53']],
    [
      'Figure 2, page 4, paragraphs 4, 5 and 14; 5/18',
      ['label: Figure 2', 'label: page 4', 'label: paragraphs 4, 5 and 14', 'label: 5/18'],
    ],
    [
      'IPv6, 5G, COVID-19, https://example.org/2024/55, cnnic-53.pptx',
      ['name: IPv6', 'name: 5G', 'name: COVID-19', 'name: https://example.org/2024/55,', 'name: cnnic-53.pptx'],
    ],
    ['Journal of Housing, 12(3), 45–67; waves 1 to 7', ['name: 12(3), 45–67', 'label: waves 1 to 7']],
    ['a 95 per cent confidence interval, the confidence interval of 95%', ['name: 95 per cent', 'name: 95%']],
  ])('tells what says no quantity in %s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    [
      'eleven years, half, a third, twice, ninety-nine percent, one billion',
      [
        'eleven = 11',
        'half = 0.5',
        'a third = 0.33333333333333333333',
        'twice = 2',
        'ninety-nine percent = 99 %',
        'one billion = 1000000000',
      ],
    ],
    [
      '百分之五十三点三，三分之一，十一亿，一半，十一连冠',
      [
        '百分之五十三点三 = 53.3 %',
        '三分之一 = 0.33333333333333333333',
        '十一亿 = 1100000000',
        '一半 = 0.5',
        '十一 = 11',
      ],
    ],
    ['一起、一些、统一、第一、万一, one of them', []],
  ])('reads words in %s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    ['zh', '4700多万，10亿人及以上，逾3亿，近11亿，500万左右', ['over', 'at least', 'over', 'nearly', 'about']],
    [
      'en',
      'no less than 4 million, just short of 5%, approx. 6%, 7 or above',
      ['at least', 'nearly', 'about', 'at least'],
    ],
    ['fr', 'près d’1 million, plus de 3 %, pas moins de 4, 5 % au plus', ['nearly', 'over', 'at least', 'at most']],
    ['de', 'knapp 3 %, etwas mehr als 4 Millionen, ca. 5, 6 oder weniger', ['nearly', 'over', 'about', 'at most']],
    ['es', 'casi 3 %, algo más de 4 millones, unos 5, 6 o más', ['nearly', 'over', 'about', 'at least']],
  ])('reads words that bound a number in %s: %s', (language, text, expected) => {
    expect(readNumbers(text, language).map((one) => (one.kind === 'number' ? one.qualifier : one.kind))).toEqual(
      expected,
    )
  })

  it.each([
    ['zh', '4800艘左右', 'about 4800'],
    ['zh', '10亿人及以上', 'at least 10亿'],
    ['zh', '4700多万', 'over 4700万'],
    ['en', '47 million or more', 'at least 47 million'],
    ['de', '24,83 Millionen oder mehr', 'at least 24.83 million'],
    ['fr', 'près de 3,5 %', 'nearly 3.5%'],
  ])('is written for a dataset without the words that bound it: %s, %s', (language, text, written) => {
    const [mention] = readNumbers(text, language)
    expect(mention?.kind === 'number' && writtenValue(mention, false)).toBe(written)
  })

  it('takes no count for the number of a thing', () => {
    const kinds = (text: string) => readNumbers(text, 'zh').map(({ kind, text }) => `${kind}: ${text}`)
    expect(kinds('见图1、表2（第1页，共9页）')).toEqual(['label: 图1', 'label: 表2', 'ordinal: 第1', 'label: 共9'])
    expect(kinds('船只共4700多艘，代表2980名，关注500人，4800艘左右')).toEqual([
      'number: 4700多',
      'number: 2980',
      'number: 500',
      'number: 4800艘左右',
    ])
  })

  it('takes no numbering of sections and paragraphs for a number, but a count that opens a sentence', () => {
    const numbers = (text: string) => readNumbers(text, 'zh').map(({ text }) => text)
    for (const head of ['十一、卫生', '二十四、资源环境', '（十二）本公报由县统计局负责解释。'])
      expect(numbers(head)).toEqual([])
    expect(numbers('十二个乡镇')).toEqual(['十二'])
    expect(numbers('增加了十二、减少了十三')).toEqual(['十二', '十三'])
  })

  it('tells where each stands in the text as it was given', () => {
    const text = '网民 over\u00a047 million'
    const [mention] = readNumbers(text, 'en')
    expect(mention).toMatchObject({ start: 3, numberStart: 8, end: text.length, precision: 6, scale: 6 })
  })
})

it.each([
  ['fr', 'fonds propres de catégorie 1, pilier 2, prêts en étape 3, norme IFRS 9, article L. 612-1, 3-D Secure'],
  ['en', 'tier 1 capital, Pillar 2, stage 3 loans, level 3 assets, IFRS 9, CRR 3, Article L. 612-1, 3-D Secure'],
])('takes what regulators number for names in %s', (language, text) => {
  expect(readNumbers(text, language).filter(({ kind }) => kind === 'number')).toEqual([])
})

it('reads M€ and k€ in French as millions and thousands of euros', () => {
  const scales = readNumbers('66 385 M€, 9,7 M€ et 450 k€, non 5 m', 'fr')
  expect(scales.map((one) => one.kind === 'number' && one.value.toNumber())).toEqual([66_385e6, 9.7e6, 450e3, 5])
})

it('went up to bounds no number; up to does', () => {
  const qualifiers = (text: string) =>
    readNumbers(text, 'en').map((one) => (one.kind === 'number' ? one.qualifier : one.kind))
  expect(qualifiers('Fines went up to 4.82 million')).toEqual([undefined])
  expect(qualifiers('Fines of up to 4.82 million')).toEqual(['at most'])
})

it('takes numbers whose groups are parted by another space than the numbers for two', () => {
  expect(readNumbers('142\u202f300 148\u202f200', 'fr').map(say)).toEqual([
    '142\u202f300 = 142300',
    '148\u202f200 = 148200',
  ])
  expect(readNumbers('1 142 300 passages', 'fr').map(say)).toEqual(['1 142 300 = 1142300'])
})

it('en pour cent is a unit and no hundred', () => {
  const read = (text: string) => readNumbers(text, 'fr').map((one) => one.text)
  expect(read('Part des fumeurs, en pour cent')).toEqual([])
  expect(read('douze pour cent de cent personnes')).toEqual(['douze pour cent', 'cent'])
})

it('is no day where it ends a German sentence: 12,7.', () => {
  expect(
    readNumbers('Der Wert sank auf 12,7. Am 12.7. stieg er.', 'de').map(({ kind, text }) => `${kind} ${text}`),
  ).toEqual(['number 12,7', 'date 12.7.'])
})
