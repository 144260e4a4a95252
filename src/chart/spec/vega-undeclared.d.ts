// What vega exports from vega-scenegraph and vega-statistics but does not declare.
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
}
