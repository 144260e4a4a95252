import { expect, test } from 'vitest'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { corpusDataset, judge } from '../../trust/sentences/sentences.ts'
import { fill, filledText, troubles } from '../fill-text.ts'

/** What the command prints of a template's troubles. */
function told(text: string): string {
  return fill(text).diagnostics.map(formatDiagnostic).join('\n')
}

test('the words of a claim that holds stand as they are', () => {
  expect(filledText('The gap {{#claim "fell" "urban-rural-penetration-gap"}}closed{{/claim}}.')).toBe('The gap closed.')
})

test('a claim that no longer holds names the sentence, the figures with their intervals, and what is true now', () => {
  expect(
    told(
      'First. **The gap** of {{value "netizens"}} {{#claim "rose" "urban-rural-penetration-gap"}}widened{{/claim}} again. Last.',
    ),
  ).toBe(
    `templates/deck.md.hbs:1:44: error: not true: “widened” (rose urban-rural-penetration-gap) in “The gap of 1.092 billion widened again.”
  1 | First. **The gap** of {{value "netizens"}} {{#claim "rose" "urban-rural-penetration-gap"}}widened{{
    |                                            ^
  expected: rose: the change is above zero, whichever value it has; with a second figure, that one is above the first
  hint: the figures: urban-rural-penetration-gap.change@2023-12: -4.45 to -4.35 pp; true now: fell`,
  )
})

test('a claim that the digits cannot decide is an error of its own kind', () => {
  expect(told('{{#claim "more-than" "internet-penetration-rate" "77.5%"}}more{{/claim}}')).toContain(
    'error: cannot be told from figures rounded as these are: “more” (more-than internet-penetration-rate 77.5%)',
  )
})

test('a claim of a list that lacks a figure says so', () => {
  const told = judge(
    'Die Insolvenzdichte ist mit {dichte[nordmark]} in Nordmark am höchsten.',
    corpusDataset('gerichte'),
    'de',
  )
  expect(told.map(formatDiagnostic).join('\n')).toMatch(
    /cannot be told where not every figure is there: “am höchsten”.*dichte\[hauptstadt\]: no figure/s,
  )
})

test('lists say who it is instead', () => {
  expect(told('{{#claim "largest" "applications" "online-travel-booking-users"}}the largest{{/claim}}')).toContain(
    'true now: the largest is online-video-users@2023-12: 1.0665 to 1.0675 billion',
  )
  expect(told('{{#claim "rank" "applications" "online-video-users" 3}}third{{/claim}}')).toContain('its place is 1')
  expect(told('{{#claim "each" "rose" "netizens urban-rural-penetration-gap"}}all grew{{/claim}}')).toContain(
    'all but urban-rural-penetration-gap',
  )
})

test('with {{else}}, the other words are said where the claim is out of the question', () => {
  const text = 'It {{#claim "rose" "urban-rural-penetration-gap"}}widened{{else}}did not widen{{/claim}}.'
  expect(filledText(text)).toBe('It did not widen.')
  expect(told('{{#claim "more-than" "internet-penetration-rate" "77.5%"}}a{{else}}b{{/claim}}')).toContain(
    'cannot be told',
  )
})

test('figures inside a claim stay figures, and its words keep their places', () => {
  const { value } = fill(
    'A\n\n{{#claim "majority" "internet-penetration-rate"}}most, {{value "internet-penetration-rate"}}{{/claim}}, b',
  )
  expect(value?.markdown).toBe('A\n\nmost, [77.5%](obs:internet-penetration-rate@2023-12), b')
  expect(value?.claims.map(({ start, end }) => value.markdown.slice(start, end))).toEqual([
    'most, [77.5%](obs:internet-penetration-rate@2023-12)',
  ])
  expect(value?.placeOf(3)).toEqual({ file: 'templates/deck.md.hbs', line: 3, column: 50 })
})

test('what is miswritten is told once, where it stands', () => {
  expect(
    troubles(
      fill(`{{#claim}}a{{/claim}}
{{#claim "risen" "netizens"}}a{{/claim}}
{{#claim "rose" "netizen"}}a{{/claim}}
{{#claim "more-than" "netizens"}}a{{/claim}}
{{#claim "more-than" "netizens" "90%"}}a{{/claim}}
{{#claim "rose" "netizens" tense="past"}}a{{/claim}}
{{#claim "each" "risen" "netizens"}}a{{/claim}}
{{#claim "largest" "applications" "netizens"}}a{{/claim}}
{{#claim "record" "flat"}}a{{/claim}}
{{#claim "record" "netizens.rate"}}a{{/claim}}
{{#claim "largest-step" "flat"}}a{{/claim}}`).diagnostics,
    ),
  ).toEqual([
    '1:1 a claim without a rule (write {{#claim "rule" "figure" …}}words{{/claim}})',
    '2:10 unknown claim: risen (did you mean rose?)',
    '3:17 unknown indicator: netizen (did you mean netizens?)',
    '4:1 more-than takes other arguments (write {{#claim "more-than" a b}}words{{/claim}})',
    '5:33 people cannot be compared with per cent',
    '6:28 unknown option of {{#claim}}: tense',
    '7:17 unknown rule: risen (did you mean rose?)',
    '8:35 not a member of the list: netizens',
    '9:19 the claim needs 2 earlier figures of flat, and the dataset has 0',
    '10:19 the claim needs 2 earlier figures of netizens.rate, and the dataset has 0',
    '11:25 the claim needs 2 steps over a year of flat, and the dataset has 1',
  ])
})
