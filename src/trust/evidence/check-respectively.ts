import type { Dataset } from '../../dataset/types.ts'
import type { Evidence, EvidenceFault } from './check-statement.ts'
import { sentenceAt, wordsAround } from './source-paragraphs.ts'

/** A fault with the observation that it is about. */
export interface PairFault extends EvidenceFault {
  evidence: Evidence
}

/** In a sentence with `respectively` (分别) the numbers stand in the order of the things: an error where the dataset gives two of them to each other's. */
export function checkRespectively(found: readonly Evidence[], { indicators }: Dataset): PairFault[] {
  const sentences = new Map<string, Evidence[]>()
  for (const evidence of found) {
    const { start, end } = sentenceAt(evidence.paragraph.text, evidence.mention.start)
    if (!/respectively|分别/i.test(evidence.paragraph.text.slice(start, end))) continue
    const key = `${evidence.paragraph.number} ${start}`
    sentences.set(key, [...(sentences.get(key) ?? []), evidence])
  }
  return [...sentences.values()].flatMap((group) =>
    swapped(group, (id) => Object.values(indicators.get(id)?.label ?? {}).join(' ')),
  )
}

function swapped(group: readonly Evidence[], labelOf: (indicator: string) => string): PairFault[] {
  const labels = group.map(({ observation }) => wordsOf(labelOf(observation.indicator)))
  const placed = group.map((evidence, index) => {
    const { start, end } = sentenceAt(evidence.paragraph.text, evidence.mention.start)
    const sentence = evidence.paragraph.text.slice(start, end).toLowerCase()
    // A word that only this one has tells where it is named.
    const own = (labels[index] ?? []).filter((word) =>
      labels.every((other, at) => at === index || !other.includes(word)),
    )
    const named = own.map((word) => sentence.indexOf(word)).filter((at) => at >= 0)
    return { evidence, named: named.length > 0 ? Math.min(...named) : undefined }
  })
  const known = placed.flatMap(({ evidence, named }) => (named === undefined ? [] : [{ evidence, named }]))
  const byNumber = known.toSorted((a, b) => a.evidence.mention.start - b.evidence.mention.start)
  const byName = known.toSorted((a, b) => a.named - b.named)
  return byNumber.flatMap(({ evidence }, index) => {
    const other = byName[index]?.evidence
    if (!other || other === evidence || other.observation.indicator === evidence.observation.indicator) return []
    return [
      {
        severity: 'error' as const,
        message: `“respectively”: the source gives ${evidence.mention.text} to ${other.observation.indicator}`,
        words: wordsAround(evidence.paragraph, evidence.mention),
        paragraph: evidence.paragraph.number,
        evidence,
      },
    ]
  })
}

function wordsOf(label: string): string[] {
  return label.toLowerCase().match(/\p{Script=Han}{2}|[a-z]{4,}/gu) ?? []
}
