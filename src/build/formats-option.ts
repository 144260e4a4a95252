import type { Option } from 'commander'
import { getOption, parseFormats } from '../console/options.ts'
import { formats } from '../document/formats.ts'
import type { BuildRequest } from './types.ts'

/** `--to FORMATS`, of the documents that a command makes. */
export function formatsOption(): Option {
  const description = `which: ${formats.join(', ')}, separated by commas (default: pptx,pdf, and one-page where it has a template)`
  return getOption<BuildRequest>('formats', '--to <FORMATS>', description, parseFormats(formats))
}
