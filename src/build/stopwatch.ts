/** Times the stages of a build. */
export interface Stopwatch {
  time<T>(stage: string, work: () => T): T
  timings(): Readonly<Record<string, number>>
  /** Milliseconds since the watch was made. */
  elapsed(): number
}

/** A stopwatch that tells `started` when a stage begins. A stage that is timed twice counts both times. */
export function createStopwatch(started: (stage: string) => void = () => {}): Stopwatch {
  const begun = performance.now()
  const spent = new Map<string, number>()
  return {
    time: (stage, work) => {
      started(stage)
      const start = performance.now()
      const stop = () => spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - start)
      const result = work()
      if (result instanceof Promise) return result.finally(stop) as typeof result
      stop()
      return result
    },
    timings: () => Object.fromEntries(spent),
    elapsed: () => performance.now() - begun,
  }
}
