import type { Unit } from '../../dataset/types.ts'
import { primaryLanguage } from '../languages.ts'

/** Whether a unit's name is said after each value in the language of a BCP 47 tag. */
export function isSaid({ said }: Unit, tag: string): boolean {
  return typeof said === 'boolean' ? said : (said[tag] ?? said[primaryLanguage(tag)] ?? false)
}
