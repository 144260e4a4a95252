import type { CorpusSpec } from './specs.ts'

/** A spec with the language that its words are in. */
export interface SpecIn extends CorpusSpec {
  language?: string
}

export const q = (field = 'value', more: object = {}) => ({ field, type: 'quantitative', ...more })
export const t = (more: object = {}) => ({ field: 'date', type: 'temporal', ...more })
export const o = (field: string, more: object = {}) => ({ field, type: 'ordinal', ...more })
export const n = (field: string, more: object = {}) => ({ field, type: 'nominal', ...more })
export const D = (name: string) => ({ data: { name } })
export const f = (filter: string) => ({ filter })
export const calc = (calculate: string, as: string) => ({ calculate, as })
export const now = f('datum.current')
/** What a spec says of the values that it works out. */
export const said = (text: string) => ({ usermeta: { briefwright: { says: text } } })
export const one = (name: string, spec: object, more: Pick<SpecIn, 'language'> = {}): SpecIn => ({
  name,
  spec,
  ...more,
})
