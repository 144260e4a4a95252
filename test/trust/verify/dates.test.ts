import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runHere } from '../../cli/run-command.ts'
import { portReport } from '../../living/port.ts'
import { editDeck } from './edit-deck.ts'

it('a month said in another form is reworded, another month or day is wrong', async () => {
  const folder = portReport()
  await runHere(['build', folder])
  const deck = join(folder, 'out/puerto-2026-09.pptx')
  const built = readFileSync(deck)
  const verify = async (to: string) => {
    writeFileSync(
      deck,
      editDeck(built, (parts) => parts.replace('ppt/slides/slide3.xml', 'En septiembre de 2026', `En ${to}`)),
    )
    return (await runHere(['verify', deck, '--report', folder])).stdout.replaceAll('\u00a0', ' ')
  }
  for (const same of ['sept 2026', 'sept. de 2026', 'septiembre 2026'])
    expect(await verify(same)).not.toContain('changed:')
  for (const other of ['agosto de 2026', 'sept 2025', 'T3 2026', '30 de septiembre de 2026'])
    expect(await verify(other)).toContain(`changed: ${other}, was septiembre de 2026`)
})
