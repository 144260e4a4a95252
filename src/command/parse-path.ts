import { InvalidArgumentError } from 'commander'

/** A path that a command line names, as it is; misuse where it is empty, as an unset variable of a shell is. */
export function parsePath(text: string): string {
  if (text !== '') return text
  throw new InvalidArgumentError('an empty path')
}
