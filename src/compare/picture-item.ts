import type { Item, Run, SetParagraph, Tag } from '../layout/types.ts'

/** An item as part of a picture of its page: its links and anchors lead nowhere, and its name and the ids of its tags are its own by a prefix. */
export function pictureItem(original: Item, prefix: string): Item {
  const item = { ...original, name: `${prefix}${original.name}` }
  const tag = (one: Tag): Tag => ({ ...one, id: `${prefix}${one.id}` })
  switch (item.type) {
    case 'text':
      return { ...item, paragraphs: item.paragraphs.map((paragraph) => pictureParagraph(paragraph, tag)) }
    case 'table':
      return {
        ...item,
        tags: item.tags.map(tag),
        rows: item.rows.map((row) => ({
          ...row,
          tags: row.tags.map(tag),
          cells: row.cells.map((cell) => ({ ...cell, paragraph: pictureParagraph(cell.paragraph, tag) })),
        })),
      }
    case 'chart':
    case 'polyline':
    case 'picture':
      return { ...item, tags: item.tags.map(tag) }
    case 'rect':
      return item
  }
}

function pictureParagraph(paragraph: SetParagraph, tag: (one: Tag) => Tag): SetParagraph {
  const { anchor: _, outline: __, ...own } = paragraph
  return {
    ...own,
    tags: paragraph.tags.map(tag),
    runs: paragraph.runs.map(withoutLink),
    lines: paragraph.lines.map((line) => ({ ...line, runs: line.runs.map(withoutLink) })),
  }
}

function withoutLink<R extends Run>(run: R): R {
  return { ...run, href: undefined }
}
