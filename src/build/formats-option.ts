import { InvalidArgumentError, Option } from 'commander'
import { suggest } from '../diagnostic.ts'
import { type Format, formats } from '../document/formats.ts'

/** `--to FORMATS`, of the documents that a command makes. */
export function formatsOption(): Option {
  const description = `which: ${formats.join(', ')}, separated by commas (default: pptx,pdf, and one-page where it has a template)`
  return new Option('--to <FORMATS>', description).argParser(parseFormats)
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
