import { resolve } from 'node:path'
import type { CommandSetting } from '../../console/command-setting.ts'
import {
  askedVariants,
  folderArgument,
  languagesOption,
  parsePath,
  type VariantFlags,
  variantOptions,
} from '../../console/options.ts'
import { reportLog } from '../../console/report-log.ts'

interface CheckFlags extends VariantFlags {
  reference?: string
  lang?: string[]
  parity?: boolean
}

/** Adds `check`, which finds what is wrong with a report. */
export function addCheckCommand({ command, log, finish }: CommandSetting): void {
  const added = command('check', 'find what is wrong with data, templates, layout and deck; write nothing', [
    ['check', 'all that is wrong, each with its line'],
    ['check library --parity', 'and what one language has and another lacks'],
  ])
    .addArgument(folderArgument())
    .addOption(languagesOption("in these languages only, such as zh (default: all of the report's)"))
    .option('--parity', 'compare what its editions in several languages say: figures, claims, charts, tables, notes')
    .option('--reference <FILE>', "with the deck in your organisation's own template", parsePath)
    .action(async (folder: string | undefined, flags: CheckFlags) => {
      const { reference, lang, parity } = flags
      const { runCheck } = await import('./run-check.ts')
      const request = {
        folder: resolve(folder ?? '.'),
        formats: undefined,
        language: undefined,
        languages: lang,
        date: undefined,
        reference: reference === undefined ? undefined : resolve(reference),
        comparesEditions: parity ?? false,
        variants: askedVariants(flags),
        only: flags.variant,
      }
      finish((await runCheck(request, reportLog(request.folder, log))) ? 0 : 1)
    })
  for (const option of variantOptions()) added.addOption(option)
}
