import { join, resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { readBuildDate } from '../../build/build-date.ts'
import { formatsOption } from '../../build/formats-option.ts'
import type { BuildOrder } from '../../build/types.ts'
import type { CommandSetting } from '../../console/command-setting.ts'
import { interruption } from '../../console/interruption.ts'
import {
  addReportOptions,
  askedReport,
  folderArgument,
  getOption,
  overwriteOption,
  parseAbsolute,
  parsePath,
  type ReportFlags,
} from '../../console/options.ts'
import { reportLog } from '../../console/report-log.ts'
import { type Format, type SlidesPerPage, slidesPerPage } from '../../document/formats.ts'
import { refusedOut } from '../../files/is-among-sources.ts'

interface BuildFlags extends ReportFlags, Partial<Pick<BuildOrder, 'isGrey' | 'press' | 'since' | 'slidesPerPage'>> {
  out?: string
  formats?: Format[]
  notes?: true
  watch?: true
  check?: true
  overwrites?: true
  isFailFast?: true
}

/** Adds `build`, the command that makes the documents. */
export function addBuildCommand(setting: CommandSetting): void {
  const command = setting
    .command('build', 'make the documents of the report in DIR', [
      ['build', 'out/*.pptx and out/*.pdf of the report in this folder'],
      ['build library --watch', 'again after each save'],
      ['build --to pdf --out ~/share', 'one document, elsewhere'],
      ['build --reference brand.pptx', "the deck in your organisation's template"],
    ])
    .addArgument(folderArgument())
    .option('--out <DIR>', 'where they go (default: out in the report folder)', parsePath)
    .addOption(formatsOption())
    .addOption(
      getOption<BuildOrder>(
        'slidesPerPage',
        '--handout <N>',
        `as --to handout: slides on paper, ${slidesPerPage.join(', ')} a page (default: 3)`,
        parseCount,
      ),
    )
    .option('--notes', "as --to notes: the presenter's notes")
    .addOption(getOption<BuildOrder>('isGrey', '--grey', 'in black and white'))
    .option('--press <ICC>', 'PDFs for a press, by its ICC profile: CMYK, bleed, marks of the cut', parseAbsolute)
    .option('--since <REV>', 'mark the figures revised since a git revision or folder, and add what changed')
    .addOption(
      new Option('--check', 'build in memory and compare with what lies there; write nothing').conflicts('watch'),
    )
    .addOption(overwriteOption())
    .addOption(getOption<BuildOrder>('isFailFast', '--fail-fast', 'stop at the first variant that cannot be made'))
    .option('--watch', 'build again whenever a file of the report changes')
    .action(async (folder = resolve('.'), flags: BuildFlags) => setting.finish(await build(folder, flags, setting)))
  addReportOptions(command, "their languages, such as en,zh (default: the report's own)")
}

async function build(folder: string, flags: BuildFlags, { environment, ...setting }: CommandSetting): Promise<number> {
  const log = reportLog(folder, setting.log)
  const { value: date, diagnostics } = readBuildDate(environment)
  const { notes, watch, check, ...asked } = flags
  const out = asked.out ? resolve(asked.out) : join(folder, 'out')
  const refused = diagnostics.length > 0 ? diagnostics : refusedOut(out, folder, asked.out)
  for (const diagnostic of refused) log.diagnostic(diagnostic)
  if (refused.length > 0) return 2
  const order = { ...askedReport(folder, asked), out, formats: askedFormats(flags), date }
  if (check) {
    const { runBuildCheck } = await import('./run-build-check.ts')
    return (await runBuildCheck(order, log)) ? 0 : 1
  }
  const { runBuild, runWatch } = await import('./run-build.ts')
  if (!watch) return (await runBuild(order, log)) ? 0 : 1
  return (await runWatch(order, log, interruption())) ? 0 : 1
}

/** `--handout` and `--notes` ask for their formats too. */
function askedFormats({ formats, slidesPerPage, notes }: BuildFlags): Format[] | undefined {
  const more: Format[] = [...(slidesPerPage ? ['handout' as const] : []), ...(notes ? ['notes' as const] : [])]
  return formats || more.length > 0 ? [...new Set([...(formats ?? []), ...more])] : undefined
}

function parseCount(text: string): SlidesPerPage {
  const count = slidesPerPage.find((number) => String(number) === text.trim())
  if (count === undefined)
    throw new InvalidArgumentError(`not a number of slides: ${text}. one of ${slidesPerPage.join(', ')}`)
  return count
}
