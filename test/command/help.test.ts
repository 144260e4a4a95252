import { expect, it } from 'vitest'
import { main } from '../../src/command/cli.ts'

async function say(...args: string[]): Promise<string> {
  let said = ''
  const stream = { write: (text: string) => (said += text) }
  expect(await main(args, { stdout: stream, stderr: stream, environment: {} })).toBe(0)
  return said
}

const names = [...(await say('--help')).matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name = '']) => name)

it('finds the commands', () => {
  expect(names).toEqual(expect.arrayContaining(['build', 'check', 'verify', 'doctor', 'completion', 'init']))
})

it.each(names)('%s --help ends with examples that the command takes', async (name) => {
  const help = await say(name, '--help')
  const lines = [...help.matchAll(/^ {2}\$ briefwright (.*?)(?: {2,}.*)?$/gm)].map(([, line = '']) => line)
  expect(lines.length).toBeGreaterThanOrEqual(2)
  const options = new Set(
    [...help.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)/gm)].flatMap(([, short, long]) => [short, long]),
  )
  for (const line of lines) {
    expect(line.split(' ')[0]).toBe(name)
    for (const [option] of line.matchAll(/(?<= )--?[a-z][\w-]*/g)) expect(options).toContain(option)
  }
})
