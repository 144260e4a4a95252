import type { Measure, Unit } from '../../types.ts'
import { listedNames, namedUnit, names } from './unit-list.ts'

/** Per cent, as in 77.5%. */
export const percent: Unit = {
  id: 'percent',
  label: { en: 'per cent', zh: '%', fr: 'pour cent', de: 'Prozent', es: 'por ciento' },
  said: true,
}

/** The difference of two percentages, as in 16.8 percentage points. */
export const percentagePoints = namedUnit(
  'percentage-points',
  names('percentage point', '个百分点', 'point de pourcentage', 'Prozentpunkt', 'punto porcentual', {
    fr: 'points de pourcentage',
    de: 'Prozentpunkte',
    es: 'puntos porcentuales',
  }),
)

/** Hundredths of a percentage point, in which changes of rates may be printed: 25 basis points. */
export const basisPoints = namedUnit(
  'basis-points',
  names('basis point', '个基点', 'point de base', 'Basispunkt', 'punto básico', {
    fr: 'points de base',
    de: 'Basispunkte',
    es: 'puntos básicos',
  }),
)

/** Whether the unit is per cent or percentage points: a hundredth in formulas, a difference in points. */
export function isPercentage(unit: string): boolean {
  return unit === percent.id || unit === percentagePoints.id
}

/** The unit of a measure of an indicator: a rate is a percentage, and the change of a percentage is in points. */
export function measureUnit(unit: string, measure: Measure): string {
  if (measure === 'rate') return percent.id
  return measure === 'change' && isPercentage(unit) ? percentagePoints.id : unit
}

/** Other forms of the built-in units, as sources write them. */
const otherForms: Readonly<Record<string, readonly string[]>> = {
  percent: ['%', 'percent', 'pour-cent'],
  'percentage-points': [
    ...['pp', '个百分點', '百分点', '百分點', 'points', 'point', 'pt', 'pts', 'punkte', 'puntos', 'p. p.', 'p.p.'],
  ],
}

/** All that a unit may be written as after a number, in lower case. */
export function unitNames(unit: Unit): string[] {
  const signs = Object.values(unit.sign ?? {}).map(({ text }) => text)
  return [
    ...(otherForms[unit.id] ?? [unit.id, ...listedNames(unit.id)]),
    ...signs,
    ...Object.values(unit.label),
    ...Object.values(unit.singular ?? {}),
  ].map((name) => name.toLowerCase())
}
