import { InvalidArgumentError } from 'commander'
import { isKnownLanguage, languages } from '../locale/languages.ts'

/** The tag of a language that documents can be in, as an option's value; any other is misuse. */
export function parseLanguage(tag: string): string {
  if (isKnownLanguage(tag)) return tag
  throw new InvalidArgumentError(`unknown language: ${tag}. one of ${languages.join(', ')}`)
}
