/** The powers of ten of the words that numbers are written with. */
export const scales: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  万亿: 12,
  亿: 8,
  万: 4,
}

/** How a dataset has them behind digits, by their powers of ten: ` million`, `亿`. */
export const scaleNames: ReadonlyMap<number, string> = new Map(
  Object.entries({ ...scales, '': 0 })
    .toReversed()
    .map(([word, power]) => [power, /[a-z]/.test(word) ? ` ${word}` : word]),
)

/** Scales whose comma is the text's: 24,812 millions is a fraction in French. */
export const sharedScales: Readonly<Record<string, number>> = { mln: 6, mil: 3, mille: 3, millions: 6, millón: 6 }

/** Other forms, as sources print them: £4.2bn. */
export const shortScales: Readonly<Record<string, number>> = { mn: 6, bn: 9, tn: 12, trn: 12, ...sharedScales }

/** Shorter ones, which are read after a currency's sign alone: £4.2m. */
export const letterScales: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, t: 12 }

/** Scales of languages that write decimals with a comma: 1,5 Mrd. */
export const commaScales: Readonly<Record<string, number>> = {
  'tsd.': 3,
  'mio.': 6,
  'mrd.': 9,
  tausend: 3,
  millionen: 6,
  milliarde: 9,
  milliarden: 9,
  billionen: 12,
  milliard: 9,
  milliards: 9,
  'mil millones': 9,
  millones: 6,
  billones: 12,
}
