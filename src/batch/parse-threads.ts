import { InvalidArgumentError } from 'commander'

/** How many are made at a time, as a command line says it. */
export function parseThreads(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`not a number from 1 to 999: ${text}`)
}
