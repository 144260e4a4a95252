import { expect, test } from 'vitest'
import { chooseNative } from '../../../src/chart/native/choose.ts'

const source = { file: 'charts/sample.vl.json', text: '{ "mark": "bar" }' }

test('a fault of Briefwright is said to be one, and leaves a picture', () => {
  const { value, diagnostics } = chooseNative(source, () => {
    throw new TypeError('x is undefined')
  })
  expect(value).toMatchObject({ type: 'picture' })
  expect(diagnostics).toMatchObject([
    {
      severity: 'warning',
      message: 'a fault of Briefwright: its native chart cannot be made: TypeError: x is undefined',
      place: { file: 'charts/sample.vl.json', line: 1 },
    },
  ])
})
