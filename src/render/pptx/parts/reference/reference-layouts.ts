import type { Page } from '../../../../layout/types.ts'
import { element } from '../../../../opc/xml.ts'
import { chooseLayout } from '../../../../reference/choose-layout.ts'
import { groundAt, templateGrounds } from '../../../../reference/template-art.ts'
import type { ReferenceLayout, Slot, SlotLevel, TemplateDeck } from '../../../../reference/types.ts'
import { contrast } from '../../../../theme/check-contrast.ts'
import type { Theme } from '../../../../theme/theme.ts'
import type { Level } from '../../shapes/text-properties.ts'
import type { LayoutToWrite } from '../layouts.ts'
import type { Placeholder } from '../placeholder.ts'

/** The layouts of an organisation's template that pages are in, by our names for them. */
export function referenceLayouts(pages: readonly Page[], reference: TemplateDeck, theme: Theme): LayoutToWrite[] {
  const names = new Set(pages.map(({ layout }) => layout))
  return [...names].flatMap((name) => {
    const chosen = chooseLayout(name as Parameters<typeof chooseLayout>[0], theme, reference)
    if (!('part' in chosen)) return []
    return [
      {
        name,
        part: chosen.part,
        placeholders: chosen.slots.map((slot) => toPlaceholder(slot, chosen, reference)),
        decorations: [],
      },
    ]
  })
}

function toPlaceholder(slot: Slot, layout: ReferenceLayout, reference: TemplateDeck): Placeholder {
  const ground = groundAt(slot.box, templateGrounds(reference)(layout), slot)
  return {
    role: slot.type === 'title' || slot.type === 'ctrTitle' ? 'title' : 'body',
    order: 0,
    box: slot.box,
    text: { levels: slot.levels.map(toLevel), verticalAlign: slot.anchor },
    adopted: {
      slot: slot.id,
      element: element('p:ph', slot.attributes),
      inset: slot.inset,
      areLegible: slot.levels.map(
        ({ color = reference.colors.tx1 }) => ground === undefined || contrast(color, ground) >= leastContrast,
      ),
    },
  }
}

/** WCAG's for large text. */
const leastContrast = 3

/** Font and colour are not here: text takes them from the template. */
function toLevel({ size, isSized, weight, align, leading, left, hanging, bullet, spaceBefore }: SlotLevel): Level {
  return {
    style: { size: isSized ? size : undefined, weight, align, leading: isSized ? leading : undefined, italic: false },
    left,
    hanging,
    bullet,
    spaceBefore,
  }
}
