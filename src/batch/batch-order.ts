import type { BuildOrder } from '../build/types.ts'

/** What `briefwright batch` was asked for. */
export interface BatchOrder extends BuildOrder {
  threads: number
  /** Whether what an earlier batch made of the same stands. */
  resumes?: boolean | undefined
}

/** The hash of the report's files, and another that also covers versions, fonts and the options asked for. */
export interface BatchInputs {
  inputs: string
  key: string
}
