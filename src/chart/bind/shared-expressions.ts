import { recent } from '../../memory/derived.ts'
import { type ExpressionMaker, type Expressions, runtimeContext } from '../draw/vega/vega.ts'

/** More than the charts of most reports have. */
const mostExpressions = 5000

/**
 * How a view makes functions of its expressions: as Vega does, but each text once. Vega makes them anew for each view, and most are the same in every chart:
 * setting them up took longer than running them.
 */
export const sharedExpressions: Expressions = createShared()

function createShared(): Expressions {
  const { expr: own } = runtimeContext({ events: () => undefined }, {}, {})
  return {
    codegen: own.codegen,
    operator: shared(own.operator, ({ code }) => code),
    parameter: shared(own.parameter, ({ code }) => code),
    event: shared(own.event, ({ code }) => code),
    handler: shared(own.handler, ({ code }) => code),
    encode: shared(own.encode, ({ marktype, channels }) =>
      JSON.stringify([marktype, Object.entries(channels).map(([name, { code }]) => [name, code])]),
    ),
  }
}

function shared<T>(make: ExpressionMaker<T>, textOf: (expression: T) => string): ExpressionMaker<T> {
  const made = recent(mostExpressions, (_text, expression: T) => make(undefined, expression))
  // A view keeps its own notes on a function, so each gets one of its own.
  return (context, expression) => made(textOf(expression), expression).bind(context?.functions)
}
