import { Argument, type Command } from 'commander'
import type { CommandSetting } from '../console/command-setting.ts'
import { formatCompletion, type Shell, shells } from './completion.ts'

/** Adds `completion`, which prints a script by which a shell completes the command. */
export function addCompletionCommand({ command, stdout }: CommandSetting): void {
  command('completion', 'print a script by which your shell completes commands and options', [
    ['completion bash > ~/.local/share/bash-completion/completions/briefwright', 'for bash'],
    ['completion fish > ~/.config/fish/completions/briefwright.fish', 'for fish'],
    ['completion zsh > ~/.zfunc/_briefwright', 'for zsh, with ~/.zfunc in fpath'],
  ])
    .addArgument(new Argument('<SHELL>', 'which').choices(shells))
    .action((shell: Shell, _: object, self: Command) => {
      const commands = (self.parent?.commands ?? []).map((one) => ({
        name: one.name(),
        does: one.description(),
        words: one.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
        options: one
          .createHelp()
          .visibleOptions(one)
          .map(({ short, long, description, argChoices = [], required }) => ({
            names: [short, long].filter((name) => name !== undefined && name !== null),
            does: description,
            choices: argChoices,
            takes: required,
          })),
      }))
      stdout.write(formatCompletion(shell, commands))
    })
}
