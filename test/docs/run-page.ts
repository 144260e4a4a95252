import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { command, repository, runHere } from '../cli/run-command.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/**
 * Does what a page of docs/learn or docs/do says, in an empty folder, block after block; what went otherwise, a line each.
 * `sh` is run, and must succeed (`sh fails`: must not); `text` is what it says, each line somewhere; `yaml PATH` is written,
 * `yaml append PATH` added to a file, `diff PATH` replaces lines. Others are refused: nothing on such a page is untried.
 */
export async function runPage(path: string): Promise<string[]> {
  const faults: string[] = []
  const root = temporaryFolder()
  const run = shellIn(root)
  let folder = join(root, 'work')
  mkdirSync(folder)
  let said = ''
  for (const { line, info, text } of blocksOf(readFileSync(join(repository, path), 'utf8'))) {
    const fault = (words: string) => faults.push(`${path}:${line}: ${words}`)
    const [language = '', ...rest] = info.split(' ')
    const file = join(folder, rest.at(-1) ?? '')
    if (language === 'sh') {
      const ran = await run(text, folder)
      ;({ said, folder } = ran)
      if ((ran.code === 0) === (rest[0] === 'fails')) fault(`exit code ${ran.code}: ${said}`)
    } else if (language === 'text') {
      const heard = said.split('\n').map((one) => one.trim())
      for (const one of text.split('\n').map((each) => each.trim()))
        if (!heard.some((words) => words.includes(one))) fault(`not said: ${one} in ${said}`)
    } else if (rest.length === 0) {
      fault(`a block that is not run: ${info}`)
    } else if (language === 'diff') {
      if (!replaceLines(file, text)) fault(`not in ${rest[0]}: ${text}`)
    } else {
      mkdirSync(dirname(file), { recursive: true })
      if (rest[0] === 'append') appendFileSync(file, text)
      else writeFileSync(file, text)
    }
  }
  return faults
}

interface CodeBlock {
  line: number
  info: string
  text: string
}

function blocksOf(page: string): CodeBlock[] {
  return [...page.matchAll(/^```(\S[^\n]*)\n(.*?)^```$/gms)].map(({ index, 1: info = '', 2: text = '' }) => ({
    ...{ info, text: info.startsWith('text') ? text.trimEnd() : text },
    line: page.slice(0, index).split('\n').length,
  }))
}

interface RanScript {
  code: number | null
  said: string
  folder: string
}

/** Lines of plain words: they need no shell. */
const plain = /^(?:npx briefwright|cd)(?: [\w./,:@=-]+)+$/

/** Does so in this process, where the command is warm. */
async function runPlain(line: string, folder: string): Promise<RanScript> {
  const [program, ...args] = line.split(' ')
  if (program === 'cd') return { code: 0, said: '', folder: join(folder, args[0] ?? '') }
  const { code, stdout, stderr } = await runHere(args.slice(1), { cwd: folder })
  return { code, said: stdout + stderr, folder }
}

/** Runs scripts line by line as one would type them, up to the first line that fails: where one changes the folder, the next begins there. */
function shellIn(root: string): (script: string, folder: string) => Promise<RanScript> {
  const programs = join(root, 'bin')
  mkdirSync(programs)
  // `npx briefwright` as it is where it is installed.
  writeFileSync(join(programs, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${command}" "$@"\n`)
  chmodSync(join(programs, 'npx'), 0o755)
  const identity = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  }
  const env = {
    ...process.env,
    ...identity,
    PATH: `${programs}${delimiter}${process.env.PATH}`,
    NODE_PATH: join(repository, 'node_modules'),
    NO_COLOR: '1',
  }
  const place = join(root, 'place')
  const runInShell = (line: string, cwd: string): RanScript => {
    const args = ['-ec', `trap 'pwd > "${place}"' EXIT\n${line}`]
    const { status, stdout, stderr } = spawnSync('bash', args, { cwd, env, encoding: 'utf8' })
    return { code: status, said: `${stdout}${stderr}`, folder: readFileSync(place, 'utf8').trim() }
  }
  return async (script, start) => {
    let [said, folder] = ['', start]
    for (const line of script.trim().split('\n')) {
      const ran = plain.test(line) ? await runPlain(line, folder) : runInShell(line, folder)
      said += ran.said
      folder = ran.folder
      if (ran.code !== 0) return { code: ran.code, said, folder }
    }
    return { code: 0, said, folder }
  }
}

/** In place of the lines that begin with a minus stand those with a plus. False where they are not there, or more than once. */
function replaceLines(path: string, diff: string): boolean {
  const lines = diff.trimEnd().split('\n')
  const side = (sign: string) =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('')
  const parts = readFileSync(path, 'utf8').split(side('+'))
  if (parts.length !== 2) return false
  writeFileSync(path, parts.join(side('-')))
  return true
}
