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
