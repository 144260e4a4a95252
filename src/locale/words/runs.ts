/** Runs of three or more consecutive numbers, in order, each once: 45, 46, 47, 52, 53 are 45–47, 52 and 53. */
export function getRuns(numbers: readonly number[]): { first: number; last: number }[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const firsts = sorted.filter((number, index) => sorted[index - 1] !== number - 1)
  const lasts = sorted.filter((number, index) => sorted[index + 1] !== number + 1)
  const runs = firsts.map((first, index) => ({ first, last: lasts[index] ?? first }))
  return runs.flatMap(({ first, last }) =>
    last === first + 1 ? [first, last].map((number) => ({ first: number, last: number })) : [{ first, last }],
  )
}
