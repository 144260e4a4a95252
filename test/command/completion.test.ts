import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { type CompletedCommand, formatCompletion } from '../../src/command/completion-command.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const commands: CompletedCommand[] = [
  {
    name: 'build',
    does: "make the report's documents",
    words: [],
    options: [
      { names: ['-o', '--out'], does: 'where [they] go', choices: [], takes: true },
      { names: ['--log-format'], does: 'how', choices: ['text', 'json'], takes: true },
      { names: ['--watch'], does: 'again', choices: [], takes: false },
    ],
  },
  { name: 'schema', does: 'print', words: ['report', 'figures'], options: [] },
]

/** What bash offers after the words of a line, the last of which is being typed. */
function offered(...words: string[]): string[] {
  const folder = temporaryFolder({ 'library/x': '', complete: formatCompletion('bash', commands) })
  const script = `. ./complete; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _briefwright; printf '%s\\n' "\${COMPREPLY[@]}"`
  const said = execFileSync('bash', ['-c', script, 'bash', 'briefwright', ...words], { cwd: folder, encoding: 'utf8' })
  return said.split('\n').filter((line) => line !== '')
}

it('completes commands, options, their values and files in bash', () => {
  expect(offered('')).toEqual(['build', 'schema', '--help', '--version'])
  expect(offered('bu')).toEqual(['build'])
  expect(offered('build', '--w')).toEqual(['--watch'])
  expect(offered('build', '--log-format', 'j')).toEqual(['json'])
  expect(offered('build', '--out', 'li')).toEqual(['library'])
  expect(offered('build', 'lib')).toEqual(['library'])
  expect(offered('schema', 'f')).toEqual(['figures'])
})

it('gives zsh and fish commands and options with what they do', () => {
  const zsh = formatCompletion('zsh', commands)
  expect(zsh).toContain("'build:make the report'\\''s documents'")
  expect(zsh).toContain("'--out[where  they  go]:value:_files'")
  expect(zsh).toContain("'--log-format[how]:value:(text json)'")
  const fish = formatCompletion('fish', commands)
  expect(fish).toContain("-s o -l out -r -d 'where [they] go'")
  expect(fish).toContain("__fish_seen_subcommand_from schema' -f -a 'report figures'")
})
