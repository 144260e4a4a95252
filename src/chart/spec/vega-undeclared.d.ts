// What vega exports from vega-runtime, vega-scenegraph and vega-statistics but does not declare.
declare module 'vega' {
  interface TextItem {
    font?: string
    fontSize?: number
    fontWeight?: string | number
    fontStyle?: string
    limit?: number
  }
  export const textMetrics: { width: (item: TextItem, text: unknown) => number }
  class Renderer {
    constructor(loader?: unknown)
    initialize(element: null, width: number, height: number, origin: number[], scale: number, options?: object): this
    background(color?: string): this
    render(scene: unknown): this
    renderAsync(scene: unknown): Promise<this>
  }
  export class SVGStringRenderer extends Renderer {
    svg(): string
  }
  export class CanvasRenderer extends Renderer {}
  /** What all of Vega's chance comes from. */
  export function setRandom(random: () => number): void
  export function randomLCG(seed: number): () => number
  /** Makes a function of an expression; its `this` is the context's functions, where there is a context. */
  type ExpressionMaker<T> = (
    context: { functions?: object } | undefined,
    expression: T,
  ) => (...given: never[]) => unknown
  interface Expressions {
    codegen: object
    operator: ExpressionMaker<{ code: string }>
    parameter: ExpressionMaker<{ code: string }>
    event: ExpressionMaker<{ code: string }>
    handler: ExpressionMaker<{ code: string }>
    encode: ExpressionMaker<{ marktype: string; channels: Readonly<Record<string, { code: string }>> }>
  }
  export function runtimeContext(dataflow: object, transforms: object, functions: object): { expr: Expressions }
}
