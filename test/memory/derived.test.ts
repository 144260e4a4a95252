import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { constants, derived, once, recent } from '../../src/memory/derived.ts'

/** A function with the keys that it was asked to make something of. */
function counted<K>(): { make: (key: K) => K[]; made: K[] } {
  const made: K[] = []
  return {
    made,
    make: (key) => {
      made.push(key)
      return [key]
    },
  }
}

describe('what is worked out', () => {
  test('of a value is worked out once', () => {
    const { make, made } = counted<object>()
    const of = derived(make)
    const [one, other] = [{}, {}]
    expect(of(one)).toBe(of(one))
    expect(of(other)).toEqual([other])
    expect(made).toEqual([one, other])
  })

  test('by name is made once, also where it is nothing', () => {
    const asked: string[] = []
    const of = constants((name: string) => {
      asked.push(name)
      return undefined
    })
    of('en')
    of('zh')
    of('en')
    expect(asked).toEqual(['en', 'zh'])
  })

  test('of texts is kept for those of late', () => {
    const { make, made } = counted<string>()
    const of = recent(2, make)
    for (const text of ['a', 'a', 'b', 'c', 'd', 'e', 'a', 'a']) of(text)
    expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'a'])
  })

  test('as a constant is made when it is asked for', () => {
    let count = 0
    const value = once(() => ++count)
    expect(count).toBe(0)
    expect([value(), value()]).toEqual([1, 1])
  })
})

describe('state', () => {
  /** Vega calls for a canvas, and measures texts, without saying for which drawing, and pdfjs unpacks without saying for which file; a stream that cannot be written is one of the process. */
  const ofProcess = [
    'chart/draw/pictures/pixel-canvas.ts: known',
    'chart/draw/draw.ts: queue',
    'command/start.ts: isUnwritten',
    'verify/unpack-limit.ts: excess',
    'verify/unpack-limit.ts: unpacked',
  ]

  test('is kept in the memory alone: no other file has a variable, or a map to fill, outside its functions', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file))
    const state =
      /^(?:export )?(?:let (\w+)|const (\w+)(?:: (?!Readonly).*)? = new (?:Map|WeakMap|WeakSet)(?:<.*>)?\()/gm
    const found = files.flatMap((file) =>
      [...readFileSync(join('src', file), 'utf8').matchAll(state)].map(
        ([, variable, map]) => `${file}: ${variable ?? map}`,
      ),
    )
    expect(found.sort()).toEqual(ofProcess.toSorted())
  })
})
