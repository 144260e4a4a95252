import { InvalidArgumentError, type Option } from 'commander'
import { optionOf } from '../console/options.ts'
import { suggest } from '../diagnostic.ts'
import { type Format, formats } from '../document/formats.ts'
import type { BuildRequest } from './types.ts'

/** `--to FORMATS`, of the documents that a command makes. */
export function formatsOption(): Option {
  const description = `which: ${formats.join(', ')}, separated by commas (default: pptx,pdf, and one-page where it has a template)`
  return optionOf<BuildRequest>('formats', '--to <FORMATS>', description, parseFormats)
}

function parseFormats(text: string): Format[] {
  const isFormat = (name: string): name is Format => formats.some((format) => format === name)
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !isFormat(name))
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `unknown format: ${unknown}. ${suggest(unknown, formats) ?? `one of ${formats.join(', ')}`}`,
    )
  }
  return formats.filter((format) => names.includes(format))
}
