import type { BuildRequest } from '../build/types.ts'

/** What `briefwright batch` was asked for. */
export interface BatchOrder extends BuildRequest {
  /** Absolute path of the folder for the documents. */
  out: string
  overwrites?: boolean | undefined
  /** Ids of the variants to build; undefined: all that the report has. */
  only: readonly string[] | undefined
  threads: number
  /** Whether what an earlier batch made of the same stands. */
  resumes?: boolean | undefined
  isFailFast?: boolean | undefined
}

/** A request for one of a batch's variants, with the folder for its documents. */
export type VariantRequest = BuildRequest & { out: string; overwrites?: boolean | undefined }

/** What a batch is made of: the report's files in a hash, and with versions, fonts and what was asked for in another. */
export interface BatchInputs {
  inputs: string
  key: string
}
