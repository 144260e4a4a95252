import type { Setting } from '../text/setting.ts'
import type { SlideParts } from './slide-parts.ts'

/** ` (continued)` behind the title of a slide's second part, ` (continued 2)` behind its third. */
export function continuation(index: number, { locale }: Setting): string {
  if (index === 0) return ''
  return locale.aside('', locale.continued(index))
}

/** The parts of a slide that continues another: `index` from 1. */
export function continued(parts: SlideParts, index: number, setting: Setting): SlideParts {
  const { heading } = parts
  return {
    ...parts,
    heading: {
      ...heading,
      id: `${heading.id}-${index + 1}`,
      children: [...heading.children, { type: 'text', value: continuation(index, setting) }],
    },
  }
}
