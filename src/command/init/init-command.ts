import { resolve } from 'node:path'
import { Argument, Option } from 'commander'
import type { CommandSetting } from '../../console/command-setting.ts'
import { parsePath } from '../../console/options.ts'
import { languages } from '../../locale/languages.ts'
import { type ExampleName, examples, initReport } from './init.ts'

/** Adds `init`, which starts a report. */
export function addInitCommand({ command, log, finish }: CommandSetting): void {
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
        const { initFrom } = await import('./init-from.ts')
        return finish(initFrom(folder, from, lang, log) ? 0 : 1)
      }
      const diagnostics = initReport(resolve(folder), example)
      for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
      if (diagnostics.length === 0)
        log.say(`a small report is in ${folder}: edit data/figures.yaml, then run briefwright build ${folder}`)
      finish(diagnostics.length === 0 ? 0 : 1)
    })
}
