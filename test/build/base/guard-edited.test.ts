import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { guardEdited } from '../../../src/build/base/guard-edited.ts'
import { presentAfter } from '../../living/reports.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { type DeckParts, editDeck } from '../../trust/verify/edit-deck.ts'

let deck: Uint8Array
beforeAll(async () => {
  deck = (await presentAfter()).bytes
})

/** What a build that makes another deck finds in its folder. */
function guard(lying: Uint8Array, overwrites = false) {
  const folder = temporaryFolder({ 'a.pptx': lying })
  const { diagnostics, kept } = guardEdited(folder, [{ name: 'a.pptx', bytes: new Uint8Array([1]) }], overwrites)
  return { messages: diagnostics.map(({ message }) => message.replace(folder, '')), kept, folder }
}

const edited = (edit: (parts: DeckParts) => void) => editDeck(deck, edit)

describe('a deck in the out folder', () => {
  it('may be replaced as it was built, whichever build made it', () => {
    expect(guard(deck)).toMatchObject({ messages: [], kept: [] })
  })

  it('may not once people have edited it; what they did is counted', () => {
    const one = edited((parts) => {
      parts.replace(parts.saying('now uses the internet'), 'now uses the internet', 'is online')
      parts.replace(parts.saying('>953.86<'), '>953.86<', '>953.9<')
    })
    expect(guard(one).messages).toEqual(['deck edited after it was built: 1 paragraph, 1 table cell (/a.pptx)'])
  })

  it('may not where only its looks are others', () => {
    const one = edited((parts) => parts.replace('ppt/slides/slide4.xml', '<a:off x="609600"', '<a:off x="619600"'))
    expect(guard(one).messages).toEqual(['deck edited after it was built: not its words, but how it looks (/a.pptx)'])
  })

  it('may not where it is no deck of a build', () => {
    expect(guard(new TextEncoder().encode('anything')).messages).toEqual(['deck is not as a build made it (/a.pptx)'])
  })

  it('is kept beside the new one where that is asked for, under a name that is free', () => {
    const one = edited((parts) => parts.replace('ppt/slides/slide4.xml', '<a:off x="609600"', '<a:off x="619600"'))
    const { kept, messages, folder } = guard(one, true)
    expect(messages).toEqual([])
    expect(kept.map(({ name }) => name)).toEqual(['a.edited.pptx'])
    writeFileSync(join(folder, 'a.edited.pptx'), '')
    const again = guardEdited(folder, [{ name: 'a.pptx', bytes: new Uint8Array([1]) }], true)
    expect(again.kept.map(({ name, bytes }) => [name, Buffer.compare(bytes, one)])).toEqual([['a.edited-2.pptx', 0]])
  })
})
