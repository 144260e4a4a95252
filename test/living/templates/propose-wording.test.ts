import { describe, expect, it } from 'vitest'
import { proposeWording, rewordLine } from '../../../src/living/templates/propose-wording.ts'

const line = '- Video {{#claim "more-than" "a" "b"}}leads{{/claim}} messaging by {{value "lead"}}.'
const printed = 'Video leads messaging by 21.7\u00a0percentage points.'

describe('a template’s line that a person has reworded in the deck', () => {
  it.each([
    [
      'keeps its helpers and held words',
      'Online video clearly leads messaging, by 21.7 percentage points.',
      '- Online video clearly {{#claim "more-than" "a" "b"}}leads{{/claim}} messaging, by {{value "lead"}}.',
    ],
    [
      'loses the claim with its words',
      'Video is ahead of messaging by 21.7 percentage points.',
      '- Video is ahead of messaging by {{value "lead"}}.',
    ],
    ['is none where a number was typed', 'Video leads messaging by 22 points.', undefined],
    [
      'is none where one was typed beside its own',
      'Of 37%, video leads messaging by 21.7 percentage points.',
      undefined,
    ],
  ])('%s', (_, said, expected) => {
    expect(rewordLine(line, printed, said)).toBe(expected)
  })

  it('is none that printed other words', () => {
    expect(rewordLine(line, 'Netizens: 1.092 billion', 'Netizens: 1.092 billion people')).toBeUndefined()
  })

  it('keeps bold words', () => {
    expect(
      rewordLine('- **Points.** In {{period}}.', 'Points. In December 2023.', 'Points. Only in December 2023.'),
    ).toBe('- **Points.** Only in {{period}}.')
  })
})

it('makes a hunk of each paragraph, and names those that cannot be put into the template', () => {
  const text = `# Title {{value "n"}}\n\n${line}\n\nText.\n`
  const { patch, left } = proposeWording({ file: 'templates/deck.md.hbs', text }, [
    { slide: 1, printed: 'Title 5', said: 'Another title: 5' },
    { slide: 1, printed: 'Text.', said: 'A text.' },
    { slide: 2, printed, said: 'Video wins.' },
  ])
  expect(patch.split('\n')).toEqual([
    '--- a/templates/deck.md.hbs',
    '+++ b/templates/deck.md.hbs',
    '@@ -1,2 +1,2 @@',
    '-# Title {{value "n"}}',
    '+# Another title: {{value "n"}}',
    ' ',
    '@@ -4,2 +4,2 @@',
    ' ',
    '-Text.',
    '+A text.',
    '',
  ])
  expect(left.map(({ message }) => message)).toEqual([
    'slide 2: not in the patch, for no one line of templates/deck.md.hbs prints it with all its figures: Video wins.',
  ])
})
