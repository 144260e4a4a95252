import { describe, expect, it } from 'vitest'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { figures, read, troubles } from '../example.ts'

const unit = { id: 'people', label: { en: 'people', zh: '人' }, said: false }
const withValue = (value: string) => ({ 'figures.yaml': figures.replace('value: 509 million', `value: ${value}`) })

/** The value of users in 2023-12, as English and Chinese print it. */
const said = (value: string) => {
  const quantity = read(withValue(value)).value?.observations.get('users@2023-12')?.quantity
  return quantity && ['en', 'zh'].map((tag) => getLocale(tag).quantity(quantity, unit).replaceAll('\u00a0', ' '))
}

describe('a value in each language’s own form', () => {
  it.each(['{ en: 509 million, zh: 5.0912亿 }', "'en: 509 million; zh: 5.0912亿'"])('%s', (value) => {
    expect(said(value)).toEqual(['509 million', '5.0912亿'])
    const quantity = read(withValue(value)).value?.observations.get('users@2023-12')?.quantity
    expect([quantity?.interval.low.toString(), quantity?.interval.high.toString()]).toEqual(['509115000', '509125000'])
  })

  it('prints a qualifier where its language has one', () => {
    expect(said('{ en: over 500 million, zh: 5.09亿 }')).toEqual(['over 500 million', '5.09亿'])
  })

  it('is an error where no number is both', () => {
    expect(troubles(withValue('{ en: 509 million, zh: 5.19亿 }'))).toContain(
      'data/figures.yaml:8:16: error: contradiction: the forms are not of one number: 509 million, 5.19亿',
    )
    expect(troubles(withValue('{ en: 509 million, zh: 5.09x }'))).toContain('data/figures.yaml:8:43: error: ')
  })
})
