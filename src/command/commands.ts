import { addBatchCommand } from '../batch/batch-command.ts'
import { addQueueCommand } from '../batch/queue/queue-command.ts'
import { addWorkerCommand } from '../batch/queue/worker-command.ts'
import { addDiffCommand } from '../compare/diff-command.ts'
import type { AddCommand } from '../console/command-setting.ts'
import { addDoctorCommand } from '../doctor/doctor-command.ts'
import { addEditionCommand } from '../edition/edition-command.ts'
import { addEvidenceCommand } from '../evidence/evidence-command.ts'
import { addExchangeCommands } from '../exchange/exchange-commands.ts'
import { addUpdateCommand } from '../feeds/update-command.ts'
import { addChartCommand } from '../free-chart/chart-command.ts'
import { addAdoptCommand } from '../living/adopt-command.ts'
import { addRefreshCommand } from '../living/refresh-command.ts'

import { addThemeCommand } from '../new-theme/theme-command.ts'
import { addPreviewCommand } from '../preview/preview-command.ts'
import { addVerifyCommand } from '../verify/verify-command.ts'
import { addBuildCommand } from './build/build-command.ts'
import { addCheckCommand } from './build/check-command.ts'
import { addTraceCommand } from './build/trace-command.ts'
import { addCompletionCommand } from './completion-command.ts'
import { addSchemaCommand } from './editor/schema-command.ts'
import { addInitCommand } from './init/init-command.ts'

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
