// Vega and Vega-Lite come in here, and nowhere else.
import { expressionFunction, randomLCG, setRandom } from 'vega'

export {
  CanvasRenderer,
  expressionFunction,
  parse as parseVega,
  parseExpression,
  type Runtime,
  type Spec as VegaSpec,
  SVGStringRenderer,
  textMetrics,
  transforms,
  View,
} from 'vega'
export { compile as compileVegaLite, type TopLevelSpec } from 'vega-lite'

/** Begins Vega's chance anew, so that samples and confidence intervals are the same each time. Any number will do. */
export function restartChance(): void {
  setRandom(randomLCG(1))
}

/** The hexadecimal digits, `f0f8ff`, of a colour that CSS names; black's of any other word. */
export function getDigits(name: string): string {
  const rgb: (color: string) => { formatHex(): string } = expressionFunction('rgb')
  return rgb(name).formatHex().slice(1)
}
