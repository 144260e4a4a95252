import { resolve } from 'node:path'
import { Argument, Option } from 'commander'
import type { CommandSetting } from '../console/command-setting.ts'
import { parsePath } from '../console/options.ts'
import { type Example, examples, initReport } from './init.ts'

/** Adds `init`, which starts a report. */
export function addInitCommand({ command, log, finish }: CommandSetting): void {
  command('init', 'start a small report of your own in a new folder', [
    ['init library', 'a report about a city library, in a folder of that name'],
    ['init prices --example prices', 'a monthly index, with its feed'],
  ])
    .addArgument(new Argument('<DIR>').argParser(parsePath))
    .addOption(new Option('--example <NAME>', 'which report to start from').choices(examples).default('library'))
    .action((folder: string, { example }: { example: Example }) => {
      const diagnostics = initReport(resolve(folder), example)
      for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
      if (diagnostics.length === 0)
        log.say(`a small report is in ${folder}: edit data/figures.yaml, then run briefwright build ${folder}`)
      finish(diagnostics.length === 0 ? 0 : 1)
    })
}
