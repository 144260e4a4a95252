import type { PhrasingContent, Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { type CompileContext, fromMarkdown, type Token } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { directive } from 'micromark-extension-directive'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { chartAddress } from '../../../chart/named/call.ts'
import { figureSyntax, figureTree } from './figure-syntax.ts'

/** The title of a link or image as it is written, escapes and all, and its offset in the text read. */
interface RawTitle {
  text: string
  offset: number
}

declare module 'mdast' {
  interface ImageData {
    rawTitle?: RawTitle
  }
  interface LinkData {
    rawTitle?: RawTitle
  }
}

/**
 * Markdown's tree: CommonMark with tables, footnotes and directives of blocks. Left out on purpose: indented code,
 * since templates indent what stands in their
 * blocks; directives in text, since `16:9` and `Source:CNNIC` are words; strikethrough, task lists and bare addresses
 * as links, since data text may look like them.
 */
export function readMarkdown(text: string): Root {
  return fromMarkdown(joinAddresses(text), { extensions: blockSyntax, mdastExtensions: treeExtensions })
}

/** Makes spaces in named charts' addresses no-break spaces, as Markdown ends addresses at a space; offsets stay. */
function joinAddresses(text: string): string {
  return text.replace(chartAddress, (address) => address.replaceAll(/[ \t]/g, '\u00a0'))
}

/** A line of Markdown's inlines, such as a caption, whatever it starts with. */
export function readInlines(text: string): PhrasingContent[] {
  const { children } = fromMarkdown(text, {
    extensions: [cjkFriendly, figureSyntax, { disable: { null: blockConstructs } }],
    mdastExtensions: [figureTree, keepRawTitle],
  })
  return children.flatMap((node) => (node.type === 'paragraph' ? node.children : []))
}

/** Emphasis beside full-width punctuation: `**服务。**互联网`, which CommonMark leaves as asterisks. */
const cjkFriendly = cjkFriendlyExtension()

const blockSyntax = [
  cjkFriendly,
  gfmTable(),
  gfmFootnote(),
  figureSyntax,
  { flow: directive().flow ?? {} },
  { disable: { null: ['codeIndented'] } },
]

const blockConstructs = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
]

/** A caption is Markdown too, but the tree keeps its decoded text only. */
const keepRawTitle = {
  exit: {
    resourceTitleString(this: CompileContext, token: Token): undefined {
      const title = this.resume()
      const node = this.stack.at(-1)
      if (node?.type !== 'image' && node?.type !== 'link') return undefined
      node.title = title
      node.data = { ...node.data, rawTitle: { text: this.sliceSerialize(token), offset: token.start.offset } }
    },
  },
}

const treeExtensions = [
  gfmTableFromMarkdown(),
  gfmFootnoteFromMarkdown(),
  directiveFromMarkdown(),
  figureTree,
  keepRawTitle,
]
