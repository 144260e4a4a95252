import { colToLetter, parseCellRef } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { cellName, columnName, columnNumber } from '../../src/opc/cell-name.ts'

test('columns are named as in a spreadsheet, up to the last that Excel has', () => {
  expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  for (let column = 0; column < 16384; column += 7) {
    expect(columnName(column)).toBe(colToLetter(column))
    expect(columnNumber(columnName(column))).toBe(column)
  }
})

test('a cell is named by its column and its row', () => {
  expect(cellName(11, 3)).toBe('D12')
  expect(parseCellRef(cellName(41, 27))).toEqual({ row: 41, col: 27 })
})
