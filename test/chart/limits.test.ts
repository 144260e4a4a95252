import { Script } from 'node:vm'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { drawChart } from '../../src/chart/draw/draw.ts'
import { limitTime, OutOfTime } from '../../src/chart/draw/vega/limit-time.ts'
import type { Drawing } from '../../src/chart/types.ts'
import type { Outcome } from '../../src/diagnostic.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { bind, freeChart, options, theme } from './sample.ts'

async function drawSpec(text: string): Promise<Outcome<Drawing>> {
  const { value, diagnostics } = bind(text)
  return value ? drawChart(value, { width: 400, height: 200 }, options) : { value: undefined, diagnostics }
}

describe('limitTime', () => {
  test('gives what the work gives, and what it throws', () => {
    expect(limitTime(1, () => 7)).toBe(7)
    expect(() => limitTime(1, () => JSON.parse('{'))).toThrow(SyntaxError)
  })

  test('stops a loop and a regular expression that never end', () => {
    expect(() =>
      limitTime(0.05, () => {
        for (;;);
      }),
    ).toThrow(OutOfTime)
    expect(() => limitTime(0.05, () => /^(a+)+$/.test(`${'a'.repeat(40)}!`))).toThrow(
      'not done after 0.05 seconds: stopped',
    )
  })

  test('may be used in itself, and again after it stopped something', () => {
    expect(limitTime(1, () => limitTime(1, () => 'inner'))).toBe('inner')
  })
})

test('a chart of a report has fifteen seconds, any other as long as its user gives it', async () => {
  const { runInThisContext } = Script.prototype
  const sooner = vi.spyOn(Script.prototype, 'runInThisContext')
  sooner.mockImplementation(function (this: Script) {
    return runInThisContext.call(this, { timeout: 1 })
  })
  onTestFinished(() => sooner.mockRestore())
  const text =
    '{"mark": "point", "data": {"sequence": {"start": 0, "stop": 200000, "as": "x"}}, "transform": [{"filter": "datum.x < 1"}], "encoding": {"x": {"field": "x", "type": "quantitative"}}}'
  const size = { width: 400, height: 200 }
  const free = freeChart({ file: 'a.json', text }, { locale: getLocale('en'), theme })
  expect((await drawChart(free, size, options)).diagnostics).toEqual([])
  expect((await drawSpec(text)).diagnostics).toMatchObject([
    { message: 'transform: not done after 15 seconds: stopped' },
  ])
})

test('an unknown mark is an error at its place, with a suggestion', async () => {
  const { value, diagnostics } = await drawSpec(
    '{\n  "mark": "barr",\n  "data": {"values": [{"a": 1}]},\n  "encoding": {"x": {"field": "a"}}\n}',
  )
  expect(value).toBeUndefined()
  expect(diagnostics.map(formatDiagnostic).join('\n')).toMatch(
    /:2:11: error: wrong value of mark: "barr"\n[\s\S]*hint: did you mean bar\?/,
  )
})

test('a text too long to be held is refused before it is made', async () => {
  const { value, diagnostics } = await drawSpec(
    '{"mark": "point", "data": {"values": [{"a": 1}]}, "transform": [{"calculate": "length(pad(\'x\', 5e8))", "as": "b"}], "encoding": {"x": {"field": "b", "type": "quantitative"}}}',
  )
  expect(value).toBeUndefined()
  expect(diagnostics.map(formatDiagnostic).join('\n')).toContain('pad() to more than 1000000 characters')
})

test.each(['{ "exp": "accent" }', '[1]', '{ "gradient": "linear" }'])(
  'a value that is no colour is an error at its place: %s',
  async (color) => {
    const { value, diagnostics } = await drawSpec(
      `{\n  "mark": "point",\n  "data": {"values": [{"a": 1}]},\n  "encoding": {"color": {"value": ${color}}}\n}`,
    )
    expect(value).toBeUndefined()
    expect(diagnostics.map(formatDiagnostic).join('\n')).toMatch(/:4:\d+: error: .*encoding\.color/)
  },
)

test('more marks than can be drawn are an error', async () => {
  const { value, diagnostics } = await drawSpec(
    '{"mark": "point", "data": {"sequence": {"start": 0, "stop": 500002, "as": "x"}}, "encoding": {"x": {"field": "x", "type": "quantitative"}}}',
  )
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ message }) => message).join()).toContain('more marks than can be drawn: over 500000')
})
