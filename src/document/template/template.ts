import type { Place } from '../../diagnostic.ts'

/** A template, taken apart: a closed union, so that Handlebars' own tree stays in the file that reads it. */
export interface Template {
  file: string
  body: TemplateNode[]
}

export type TemplateNode = ContentNode | MustacheNode | BlockNode | PartialNode

/** One line of Markdown as it stands, with its line end. */
export interface ContentNode {
  type: 'content'
  text: string
  place: Place
}

/** `{{name arguments}}` or `{{path}}`. */
export interface MustacheNode {
  type: 'mustache'
  expression: Expression
  place: Place
}

/** `{{#each list as |id index|}} … {{else}} … {{/each}}`. */
export interface BlockNode extends Omit<CallExpression, 'type'> {
  type: 'block'
  parameters: string[]
  body: TemplateNode[]
  otherwise: TemplateNode[]
}

/** `{{> name context option=value}}`. */
export interface PartialNode extends Omit<CallExpression, 'type'> {
  type: 'partial'
  /** White space before it where it stands alone on its line. */
  indent: string
}

export type Expression =
  | { type: 'literal'; value: string | number | boolean | null | undefined; place: Place }
  | PathExpression
  | CallExpression

/** `../lists.applications`, `@index`, `this`: up so many contexts, then names downwards. */
export interface PathExpression {
  type: 'path'
  /** As it is written. */
  text: string
  depth: number
  /** Whether it starts with `@`. */
  data: boolean
  names: string[]
  place: Place
}

/** A name with arguments or options. */
export interface CallExpression {
  type: 'call'
  name: string
  args: Expression[]
  options: Option[]
  place: Place
}

export interface Option {
  name: string
  value: Expression
  place: Place
}
