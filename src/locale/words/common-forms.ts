import { type NumberSayings, sayChange } from '../numbers/number-grammar.ts'
import { type PeriodParts, periodParts } from '../period-parts.ts'
import type { Locale, PeriodForm } from '../types.ts'
import { capital, lower } from './phrases.ts'

/** What a language brings to the forms that it shares with others. */
interface OwnForms {
  fixed: Locale['fixed']
  amount: NumberSayings['amount']
  changeWords: Locale['changeWords']
  sayPeriod(parts: PeriodParts, form: PeriodForm): string
  /** Numbers in words, from none on; those beyond are said in digits. */
  cardinals: readonly string[]
}

/** The forms that languages of Latin script share, for each to spread into its locale before those that it has otherwise. */
export function commonForms({ fixed, amount, changeWords, sayPeriod, cardinals }: OwnForms) {
  return {
    change: (change, unit) => sayChange(change, unit, { amount }, changeWords),
    changeWords,
    period: (period, form = 'long') => sayPeriod(periodParts(period), form),
    date: (isoDate) => sayPeriod(periodParts(isoDate), 'long'),
    cardinal: (number) => cardinals[number] ?? String(number),
    labelled: (label, text) => `${label}: ${text}`,
    capital,
    lower,
    word: (key) => fixed[key],
    numbered: (label, number) => `${label}\u00a0${number}`,
    aside: (text, remark) => `${text} (${remark})`,
    apposed: (name, role) => `${name}, ${role}`,
  } satisfies Partial<Locale>
}
