declare module 'hyphen/hyphen.js' {
  /** Makes a function that puts soft hyphens into a text, from a language's patterns. */
  export default function createHyphenator(
    patterns: unknown,
    options: { minWordLength: number },
  ): (text: string) => string
}
