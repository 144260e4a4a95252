import { stringify } from 'yaml'
import { derived } from '../memory/derived.ts'
import { isComparedWith, mentionPeriod } from '../trust/evidence/mention-period.ts'
import { quantitiesIn, type SourceParagraph, wordsAround } from '../trust/evidence/source-paragraphs.ts'
import type { NumberMention } from '../trust/numbers/numbers-in-text.ts'
import { writtenValue } from '../trust/numbers/written-value.ts'
import { directionBefore } from '../trust/verify/direction.ts'

/** A quantity of a source, with where it stands. */
export interface SourceQuantity {
  paragraph: SourceParagraph
  mention: NumberMention
}

/** The quantities of a text, in order; numbers in words aside. */
export function sourceQuantities(paragraphs: readonly SourceParagraph[]): SourceQuantity[] {
  return paragraphs.flatMap((paragraph) =>
    quantitiesIn(paragraph)
      .filter(({ form }) => form === 'digits')
      .map((mention) => ({ paragraph, mention })),
  )
}

/**
 * A draft of data/*.yaml from a source's quantities: an indicator each, its id and label from the words after the number, its period from the date before
 * it. A comment shows the words of the source: a person confirms each, names it, and puts together what is one indicator.
 */
export function draftDataset(source: string, quantities: readonly SourceQuantity[]): string {
  const ids = new Map<string, number>()
  const drafts = quantities.map((quantity) => draftIndicator(source, quantity, uniqueId(getName(quantity), ids)))
  const head = [
    `# Draft from the text of ${source}: every observation is to be confirmed against the words above it.`,
    '# Name each indicator, join those that are one (a level and its change), and delete what the report does not need.',
    'indicators:',
  ]
  return `${[...head, ...drafts].join('\n')}\n`
}

function draftIndicator(source: string, { paragraph, mention }: SourceQuantity, id: string): string {
  const period = periodBefore(paragraph, mention)
  const direction = directionBefore(paragraph.text, mention.start)
  const isFall = mention.value.isNegative() || (direction === 'down' && mention.unit !== 'percent')
  const value = writtenValue(mention, isFall)
  const isChange = direction !== '' && mention.unit !== 'percent'
  const statement = { source, paragraph: paragraph.number }
  const observation = {
    ...(period !== undefined && { period }),
    ...(isChange
      ? { change: { since: getBase(paragraph, mention) ?? 'not stated', by: value, ...statement } }
      : { value, ...statement }),
  }
  const indicator = {
    label: { en: id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()) },
    unit: mention.unit ?? countedIn(paragraph, mention),
    type: mention.unit === undefined ? 'stock' : 'ratio',
    observations: [observation],
  }
  const yaml = stringify({ [id]: indicator }, { lineWidth: 0 })
  const words = wordsAround(paragraph, mention).replaceAll(/\s+/g, ' ')
  const comments = [
    `# paragraph ${paragraph.number}: ${words}`,
    ...(period === undefined ? ['# no period is named before it: write one'] : []),
    ...(direction !== '' && !isChange ? [`# it says ${direction}: perhaps a rate of change`] : []),
  ]
  return [...comments, ...yaml.trimEnd().split('\n')].map((line) => `  ${line}`).join('\n')
}

/** What a number without a unit sign counts: people, unless money stands beside it (`15.4万亿元`). */
function countedIn({ text }: SourceParagraph, { start, end }: NumberMention): string {
  const isMoney = /^\s?(?:元|yuan\b|RMB\b)/i.test(text.slice(end)) || /(?:RMB|CNY|[¥￥])\s?$/.test(text.slice(0, start))
  return isMoney ? 'yuan' : 'people'
}

/** The date that a change counts from: right after it (`up 24.8 million from December 2023`), in Chinese before it (`较2022年12月增长2480万`). */
function getBase({ numbers, text }: SourceParagraph, { start, end }: NumberMention): string | undefined {
  const before = numbers.find((one) => one.kind === 'date' && one.end <= start && start - one.end <= 12)
  if (before && /[较比]$/.test(text.slice(0, before.start))) return mentionPeriod(before.text)
  const next = numbers.find((one) => one.kind === 'date' && one.start >= end && one.start <= end + 30)
  return next && isComparedWith(text, next.start) ? mentionPeriod(next.text) : undefined
}

/** The last date before the number, in its paragraph. */
function periodBefore(paragraph: SourceParagraph, { start }: NumberMention): string | undefined {
  return ownPeriods(paragraph).findLast(({ end }) => end <= start)?.period
}

/** The dates of a paragraph that its numbers may be of, with where they end; a paragraph may have a hundred thousand numbers. */
const ownPeriods = derived(({ numbers, text }: SourceParagraph) =>
  numbers.flatMap((one) => {
    const period = one.kind === 'date' && !isComparedWith(text, one.start) ? mentionPeriod(one.text) : undefined
    return period === undefined ? [] : [{ end: one.end, period }]
  }),
)

const small = new Set(
  'a an and are as at by for from had has have in is it its of on or than that the their this to was were which who with year january february march april may june july august september october november december'.split(
    ' ',
  ),
)

/** The words after a number up to the next small one: `1.092 billion netizens in` → netizens. */
function getName({ paragraph, mention }: SourceQuantity): string {
  const after = paragraph.text.slice(mention.end, mention.end + 80).toLowerCase()
  const words = /^[\s-]*((?:[a-z][a-z'’-]*\s*)+)/.exec(after)?.[1]?.split(/\s+/) ?? []
  const first = words.findIndex((word) => word !== '' && !small.has(word))
  const from = words.slice(Math.max(0, first))
  const end = from.findIndex((word) => word === '' || small.has(word))
  const name = from
    .slice(0, end < 0 ? 3 : Math.min(3, end))
    .join('-')
    .replaceAll(/[^a-z0-9-]/g, '')
  return name === '' ? `figure-of-paragraph-${paragraph.number}` : name
}

function uniqueId(name: string, taken: Map<string, number>): string {
  const plain = name.replaceAll(/-+/g, '-').replace(/^-|-$/g, '')
  const count = (taken.get(plain) ?? 0) + 1
  taken.set(plain, count)
  return count === 1 ? plain : `${plain}-${count}`
}
