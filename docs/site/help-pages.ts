import { main } from '../../src/command/cli.ts'

/** What each command says with --help, in the order of the list. */
export async function helpPages(): Promise<{ name: string; help: string }[]> {
  const overview = await say('--help')
  const names = [...overview.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name = '']) => name)
  const pages: { name: string; help: string }[] = []
  for (const name of names) pages.push({ name, help: (await say(name, '--help')).trim() })
  return pages
}

async function say(...args: string[]): Promise<string> {
  let said = ''
  const stream = { write: (text: string) => (said += text) }
  await main(args, { stdout: stream, stderr: stream, environment: {} })
  return said
}
