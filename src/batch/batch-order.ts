import type { BuildOrder } from '../build/types.ts'

/** What `briefwright batch` was asked for. */
export interface BatchOrder extends BuildOrder {
  threads: number
  /** Whether what an earlier batch made of the same stands. */
  resumes?: boolean | undefined
}

/** What a batch is made of: the report's files in a hash, and with versions, fonts and what was asked for in another. */
export interface BatchInputs {
  inputs: string
  key: string
}
