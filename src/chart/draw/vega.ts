// Vega and Vega-Lite come in here, and nowhere else.
export {
  CanvasRenderer,
  type ExpressionMaker,
  type Expressions,
  expressionFunction,
  parse as parseVega,
  parseExpression,
  type Runtime,
  randomLCG,
  runtimeContext,
  type Spec as VegaSpec,
  SVGStringRenderer,
  setRandom,
  textMetrics,
  transforms,
  View,
} from 'vega'
export { compile as compileVegaLite, type TopLevelSpec } from 'vega-lite'
