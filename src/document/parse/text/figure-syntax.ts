import type { Text } from 'mdast'
import type { CompileContext, Token, Extension as TreeExtension } from 'mdast-util-from-markdown'
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'

/** A number as helpers print it, read as one mark: `[1.092 billion](obs:netizens@2023-12)`. */
interface FigureNode {
  type: 'figure'
  /** The words printed; `value`, so that alternative texts hold them too. */
  value: string
  key: string
  position?: Text['position']
}

declare module 'mdast' {
  interface PhrasingContentMap {
    figure: FigureNode
  }
  interface RootContentMap {
    figure: FigureNode
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    briefwrightFigure: 'briefwrightFigure'
  }
}

const openBracket = 91
const closeBracket = 93
const closeParenthesis = 41
const middle = '](obs:'

/**
 * Markdown would read a figure as a link all the same, but at ten times the cost, and a report has hundreds. Words with
 * anything to decode in them are left to it.
 */
export const figureSyntax: Extension = { text: { [openBracket]: { name: 'figure', tokenize } satisfies Construct } }

/** Makes nodes of what `figureSyntax` reads. */
export const figureTree: TreeExtension = {
  enter: {
    briefwrightFigure(this: CompileContext, token: Token): undefined {
      const [value = '', key = ''] = this.sliceSerialize(token).slice(1, -1).split(middle)
      this.enter({ type: 'figure', value, key }, token)
    },
  },
  exit: {
    briefwrightFigure(this: CompileContext, token: Token): undefined {
      this.exit(token)
    },
  },
}

function tokenize(effects: Effects, ok: State, nok: State): State {
  let matched = 0
  return (code) => {
    effects.enter('briefwrightFigure')
    effects.consume(code)
    return words
  }

  function words(code: Code): State | undefined {
    if (code === closeBracket) return between(code)
    if (!isPlain(code)) return nok(code)
    effects.consume(code)
    return words
  }

  function between(code: Code): State | undefined {
    if (code !== middle.charCodeAt(matched)) return nok(code)
    matched += 1
    effects.consume(code)
    return matched === middle.length ? key : between
  }

  function key(code: Code): State | undefined {
    if (code !== closeParenthesis && !isPlain(code) && code !== openBracket && code !== closeBracket) return nok(code)
    effects.consume(code)
    if (code !== closeParenthesis) return key
    effects.exit('briefwrightFigure')
    return ok
  }
}

/** Neither the end of a line or the text, nor a mark: `&`, `(`, `[`, `\`, and those of emphasis and code. */
function isPlain(code: Code): boolean {
  return code !== null && code >= 32 && !'&()*[\\_`<>"'.includes(String.fromCharCode(code))
}
