import { Argument, type Command } from 'commander'
import type { CommandSetting } from '../console/command-setting.ts'

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

const shells = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof shells)[number]

/** A command as a shell completes it. */
export interface CompletedCommand {
  name: string
  does: string
  /** What its arguments may be; else they are files and folders. */
  words: readonly string[]
  options: readonly CompletedOption[]
}

interface CompletedOption {
  /** `-o`, `--output`. */
  names: readonly string[]
  does: string
  /** What may follow it; else files and folders do, where it takes anything. */
  choices: readonly string[]
  takes: boolean
}

/** The script for a shell, made from the commands and their options. */
export function formatCompletion(shell: Shell, commands: readonly CompletedCommand[]): string {
  return { bash: formatBash, zsh: formatZsh, fish: formatFish }[shell](commands)
}

function formatBash(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(({ name, words, options }) => {
    const all = [...words, ...options.flatMap(({ names }) => names)]
    const chosen = options
      .filter(({ takes }) => takes)
      .map(({ names, choices }) => `        ${names.join('|')}) words='${choices.join(' ')}' ;;`)
    return [`    ${name})`, `      words='${all.join(' ')}'`, '      case $before in', ...chosen, '      esac ;;'].join(
      '\n',
    )
  })
  return `# briefwright completion bash
_briefwright() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=''
  COMPREPLY=()
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  [ "$COMP_CWORD" -gt 1 ] || words='${commands.map(({ name }) => name).join(' ')} --help --version'
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  [ "$COMP_CWORD" -eq 1 ] || [ "\${#COMPREPLY[@]}" -gt 0 ] || mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
complete -o filenames -F _briefwright briefwright
`
}

function formatZsh(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, does }) => `    ${quote(`${name}:${does}`)}`)
  const cases = commands.map(({ name, words, options }) => {
    const specs = options.flatMap(({ names, does, choices, takes }) => {
      const what = does.replaceAll(/[[\]:]/g, ' ')
      const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : takes ? ':value:_files' : ''
      return names.map((option) => quote(`${option}[${what}]${value}`))
    })
    const rest = words.length > 0 ? quote(`*:word:(${words.join(' ')})`) : "'*:file:_files'"
    return `    ${name}) _arguments ${[...specs, rest].join(' ')} ;;`
  })
  return `#compdef briefwright
# briefwright completion zsh
_briefwright() {
  local -a commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
_briefwright "$@"
`
}

function formatFish(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, does, words, options }) => {
    const inside = `complete -c briefwright -n '__fish_seen_subcommand_from ${name}'`
    return [
      `complete -c briefwright -n __fish_use_subcommand -f -a ${name} -d ${quote(does)}`,
      ...(words.length > 0 ? [`${inside} -f -a ${quote(words.join(' '))}`] : []),
      ...options.map(({ names, does: what, choices, takes }) => {
        const flags = names.map((option) =>
          option.startsWith('--') ? `-l ${option.slice(2)}` : `-s ${option.slice(1)}`,
        )
        const value = choices.length > 0 ? ` -x -a ${quote(choices.join(' '))}` : takes ? ' -r' : ''
        return `${inside} ${flags.join(' ')}${value} -d ${quote(what)}`
      }),
    ]
  })
  return `# briefwright completion fish\n${lines.join('\n')}\n`
}

/** A word that a shell takes as it is. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
