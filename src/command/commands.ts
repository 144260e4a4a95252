import { resolve } from 'node:path'
import { Argument, Option } from 'commander'
import { addBatchCommand } from '../batch/batch-command.ts'
import { addQueueCommand } from '../batch/queue/queue-command.ts'
import { addWorkerCommand } from '../batch/queue/worker-command.ts'
import { addDiffCommand } from '../compare/diff-command.ts'
import type { AddCommand, CommandSetting } from '../console/command-setting.ts'
import { parsePath } from '../console/options.ts'
import { addDoctorCommand } from '../doctor/doctor-command.ts'
import { addEditionCommand } from '../edition/edition-command.ts'
import { addEvidenceCommand } from '../evidence/evidence-command.ts'
import { addExchangeCommands } from '../exchange/exchange-commands.ts'
import { addUpdateCommand } from '../feeds/update-command.ts'
import { addChartCommand } from '../free-chart/chart-command.ts'
import { addAdoptCommand } from '../living/adopt-command.ts'
import { addRefreshCommand } from '../living/refresh-command.ts'
import { languages } from '../locale/languages.ts'
import { addThemeCommand } from '../new-theme/theme-command.ts'
import { addPreviewCommand } from '../preview/preview-command.ts'
import { addVerifyCommand } from '../verify/verify-command.ts'
import { addBuildCommand } from './build/build-command.ts'
import { addCheckCommand } from './build/check-command.ts'
import { addTraceCommand } from './build/trace-command.ts'
import { addCompletionCommand } from './completion-command.ts'
import { addSchemaCommand } from './editor/schema-command.ts'
import { type ExampleName, examples, initReport } from './init/init.ts'

/**
 * The commands in the order of the help. Those outside the build are folders that only this list knows:
 * one is removed by deleting its folder and its line here.
 */
export const commands: readonly AddCommand[] = [
  addBuildCommand,
  addBatchCommand,
  addWorkerCommand,
  addQueueCommand,
  addCheckCommand,
  addTraceCommand,
  addVerifyCommand,
  addEvidenceCommand,
  addRefreshCommand,
  addAdoptCommand,
  addDiffCommand,
  addEditionCommand,
  addExchangeCommands,
  addUpdateCommand,
  addPreviewCommand,
  addChartCommand,
  addThemeCommand,
  addSchemaCommand,
  addInitCommand,
  addDoctorCommand,
  addCompletionCommand,
]

/** What stands below the list of commands in the help. */
export const helpExamples = `
DIR is the report folder, by default the current one.

Examples:
  $ briefwright init library && cd library   start a report
  $ briefwright build                        out/*.pptx and out/*.pdf
  $ briefwright build --watch                again after each change
  $ briefwright build --reference brand.pptx the deck in your organisation's template
  $ briefwright build --to pdf --out ~/share one document, elsewhere
  $ briefwright check                        find faults, write nothing
  $ briefwright diff HEAD~1                  what changed since, in figures and documents
  $ briefwright edition 54                   the next edition, and what is left to do
  $ briefwright chart plot.vl.json -o plot.pdf  one chart, of any Vega-Lite spec
  $ briefwright schema figures               for an editor to complete data/*.yaml

Exit codes: 0 done, 1 failed, 2 wrong usage.`

/** Adds `init`, which starts a report. */
function addInitCommand({ command, log, finish }: CommandSetting): void {
  command('init', 'start a small report of your own in a new folder, or draft one from a press release', [
    ['init library', 'a report about a city library, in a folder of that name'],
    ['init prices --example prices', 'a monthly index, with its feed'],
    ['init survey --from release.txt', 'dataset, deck and briefing from a text, each figure to be confirmed'],
  ])
    .addArgument(new Argument('<DIR>').argParser(parsePath))
    .addOption(new Option('--example <NAME>', 'which report to start from').choices(examples).default('library'))
    .addOption(
      new Option('--from <TEXT>', 'a press release as plain text, to draft the report from').argParser(parsePath),
    )
    .addOption(
      new Option('--lang <TAG>', 'the language of that text, else the one that its words are in').choices([
        ...languages,
      ]),
    )
    .action(async (folder: string, { example, from, lang }: { example: ExampleName; from?: string; lang?: string }) => {
      if (from !== undefined) {
        const { initFrom } = await import('./init/init-from.ts')
        return finish(initFrom(folder, from, lang, log) ? 0 : 1)
      }
      const diagnostics = initReport(resolve(folder), example)
      for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
      if (diagnostics.length === 0)
        log.say(`a small report is in ${folder}: edit data/figures.yaml, then run briefwright build ${folder}`)
      finish(diagnostics.length === 0 ? 0 : 1)
    })
}
