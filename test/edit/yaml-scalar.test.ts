import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeFlow } from '../../src/edit/yaml-scalar.ts'

it.each([
  ['', false],
  ['Netizens', true],
  ['1.092 billion', true],
  ["it's", true],
  ['a: b', false],
  ['a:b', true],
  ['a #b', false],
  ['a#b', true],
  ['- a', false],
  ['-a', true],
  ['a ', false],
  ['yes, no', true],
  ['{{value "x"}}', false],
  ['2023-12', true],
  ['true', false],
  ['null', false],
  ['12e3', false],
  ['a:', false],
  ['{'.repeat(500), false],
  ['a: '.repeat(5000), false],
])('quotes a text only where YAML would read it as something else: %j', (text, isPlain) => {
  expect(parse(`a: ${writeFlow(text, false)}`)).toEqual({ a: text })
  expect(parse(`{ a: ${writeFlow(text, true)} }`)).toEqual({ a: text })
  expect(writeFlow(text, false) === text).toBe(isPlain)
})
