declare module 'linebreak' {
  /** Unicode line breaking (UAX 14): each call gives the next opportunity, null at the end. */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}
