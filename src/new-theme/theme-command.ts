import { existsSync } from 'node:fs'
import { InvalidArgumentError, Option } from 'commander'
import type { CommandSetting } from '../console/command-setting.ts'
import { writeNew } from '../files/write-new.ts'

/** Adds `theme`, which makes a theme of a colour or of an organisation's PowerPoint file. */
export function addThemeCommand({ command, log, finish }: CommandSetting): void {
  command('theme', 'make a theme of a colour, or of the colours of a PowerPoint file', [
    ["theme templates/theme.yaml --from '#0b5fa5'", 'a theme about that blue'],
    ['theme templates/theme.yaml --from brand.pptx', "in an organisation's colours"],
  ])
    .argument('<FILE>', 'the new theme, a .yaml file')
    .addOption(new Option('--from <COLOR|PPTX>', 'what it is made of').argParser(parseFrom).makeOptionMandatory())
    .action(async (file: string, { from }: { from: string }) => {
      const { makeTheme } = await import('./new-theme.ts')
      const { value, diagnostics } = makeTheme(from)
      const faults = value ? writeNew(file, value.text) : diagnostics
      for (const diagnostic of faults) log.diagnostic(diagnostic)
      for (const remark of value?.remarks ?? []) log.say(remark)
      if (faults.length === 0) log.say(`a theme is in ${file}`)
      finish(faults.length === 0 ? 0 : 1)
    })
}

function parseFrom(text: string): string {
  if (/^#[0-9a-f]{6}$/i.test(text) || existsSync(text)) return text
  throw new InvalidArgumentError('a colour, #0b5fa5, or a .pptx or .potx file')
}
