import { parsePeriod, periodForms } from '../dataset/figure/period.ts'

/** What is wrong with a text where a period is to stand, if anything; spreadsheets make dates of 2023-12. */
export function periodFault(text: string): { message: string; hint: string } | undefined {
  if (parsePeriod(text)) return undefined
  const isDate = /^(\d{1,2}[./-])?([A-Za-zÀ-ÿ]{3,9}|\d{1,2})[./ -]\d{2,4}$/.test(text)
  if (!isDate) return { message: `unknown form of period: ${text || 'nothing'}`, hint: `write ${periodForms}` }
  return {
    message: `a date that the spreadsheet made of a period: ${text}`,
    hint: 'format the column as text and type 2023-12 again; a workbook (.xlsx) keeps periods as they are',
  }
}
