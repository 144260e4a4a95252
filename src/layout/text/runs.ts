import type { Inline } from '../../document/types.ts'
import { derived } from '../../memory/derived.ts'
import type { Run } from '../types.ts'

/** The runs of a paragraph's inlines in reading order; the same objects each time, so that they are measured once. */
export function toRuns(inlines: readonly Inline[], base?: Omit<Run, 'text'>): readonly Run[] {
  return base ? inlines.flatMap((inline) => inlineRuns(inline, base)) : plainRuns(inlines)
}

const plainRuns = derived((inlines: readonly Inline[]): readonly Run[] => toRuns(inlines, {}))

function inlineRuns(inline: Inline, base: Omit<Run, 'text'>): readonly Run[] {
  switch (inline.type) {
    case 'text':
      return [{ ...base, ...getLanguage(inline), text: inline.value.replaceAll(/[\n\r\t]+/g, ' ') }]
    case 'figure':
      return [
        {
          ...base,
          ...getLanguage(inline),
          text: inline.text,
          observation: inline.observation,
          ...(inline.source === undefined ? {} : { href: `#source-${inline.source}` }),
        },
        ...(inline.mark
          ? [{ ...base, text: inline.mark.text, superscript: true, statuses: inline.mark.statuses }]
          : []),
      ]
    case 'emphasis':
      return toRuns(inline.children, { ...base, italic: true })
    case 'strong':
      return toRuns(inline.children, { ...base, weight: 'bold' })
    case 'link':
      return toRuns(inline.children, { ...base, href: inline.href, color: 'accentText' })
    case 'break':
      return [{ ...base, text: '\n' }]
    case 'noteReference':
      return [{ ...base, text: inline.label, superscript: true, href: `#note-${inline.label}` }]
  }
}

const getLanguage = ({ language }: { language?: string | undefined }) => (language === undefined ? {} : { language })

/** The words of runs, as one text, without what is raised: marks of notes and of statuses. */
export function runText(runs: readonly Run[]): string {
  return runs.map((run) => (run.superscript ? '' : run.text === '\n' ? ' ' : run.text)).join('')
}
