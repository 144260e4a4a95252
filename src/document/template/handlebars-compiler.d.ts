// Handlebars declares its whole self only; its reader alone, without compiler and runtime, loads in half the time.
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  /** Reads a template into Handlebars' tree; throws an Error for a text that it cannot read. */
  export function parse(text: string): Tree.Program
  /** The generated parser; after an error `lexer` stands at the offending token. Lines from 1, columns from 0. */
  export const parser: { lexer: { yylloc: { first_line: number; first_column: number } } }

  export namespace Tree {
    interface Position {
      line: number
      column: number
    }
    interface Base {
      /** Lines from 1, columns from 0. */
      loc: { start: Position; end: Position }
    }
    interface Program extends Base {
      body: Statement[]
      blockParams?: string[]
    }
    type Statement = Content | Mustache | Block | Partial | PartialBlock | Comment | Decorator
    interface Content extends Base {
      type: 'ContentStatement'
      value: string
      /** The text before white space was removed beside lone blocks. */
      original: string
    }
    interface Arguments {
      params: Expression[]
      hash?: Hash
    }
    interface Mustache extends Base, Arguments {
      type: 'MustacheStatement'
      path: Path | Literal
      escaped: boolean
    }
    interface Block extends Base, Arguments {
      type: 'BlockStatement'
      path: Path | Literal
      program?: Program
      inverse?: Program
    }
    interface Partial extends Base, Arguments {
      type: 'PartialStatement'
      name: Path | Literal | SubExpression
      indent: string
    }
    interface PartialBlock extends Base, Arguments {
      type: 'PartialBlockStatement'
      name: Path | Literal | SubExpression
      program: Program
    }
    interface Comment extends Base {
      type: 'CommentStatement'
    }
    interface Decorator extends Base {
      type: 'DecoratorBlock' | 'Decorator'
    }
    type Expression = SubExpression | Path | Literal
    interface SubExpression extends Base, Arguments {
      type: 'SubExpression'
      path: Path | Literal
    }
    interface Path extends Base {
      type: 'PathExpression'
      original: string
      depth: number
      data: boolean
      parts: string[]
    }
    type Literal =
      | (Base & { type: 'StringLiteral'; value: string; original: string })
      | (Base & { type: 'NumberLiteral'; value: number; original: number })
      | (Base & { type: 'BooleanLiteral'; value: boolean; original: boolean })
      | (Base & { type: 'NullLiteral'; value: undefined; original: null })
      | (Base & { type: 'UndefinedLiteral'; value: undefined; original: undefined })
    interface Hash extends Base {
      pairs: (Base & { key: string; value: Expression })[]
    }
  }
}
