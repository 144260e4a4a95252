import { isJsonObject, type Json } from '../../spec/json/json.ts'

/** What stands above a chart: its title, and the line below. */
export interface ChartHeading {
  title: string | undefined
  subtitle: string | undefined
}

/** The words over a spec's chart; undefined where they are none, or worked out by an expression. */
export function getHeading(spec: object): ChartHeading {
  const title: Json | undefined = Reflect.get(spec, 'title')
  return isJsonObject(title)
    ? { title: getWords(title.text), subtitle: getWords(title.subtitle) }
    : { title: getWords(title), subtitle: undefined }
}

/** The spec without a title that stands elsewhere, such as over its slide. */
export function withoutTitle<T extends object>(spec: T): T {
  if (getHeading(spec).title === undefined) return spec
  const { title: _, ...rest }: T & { title?: unknown } = spec
  return rest as T
}

function getWords(value: Json | undefined): string | undefined {
  const said = [value].flat().filter((line) => typeof line === 'string')
  return said.join(' ').trim() || undefined
}
