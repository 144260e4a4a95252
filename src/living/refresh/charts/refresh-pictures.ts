import type { LivingPicture } from '../../../build/base/living-types.ts'
import { elementXml } from '../../../opc/xml.ts'
import { setElement } from '../../write/edit-elements.ts'
import { type RefreshEntry, type Refreshing, toSettle, updated } from '../types.ts'

/**
 * Puts the pictures of the present build in place of those of the former, where a deck has them to the byte; and draws
 * the courses of key figures anew where
 * they are as they were drawn. A chart of the build that a person has made a picture of, or pasted as one, is reported:
 * nobody can bring it up to date.
 */
export function refreshPictures(refreshing: Refreshing): RefreshEntry[] {
  return [...replacePictures(refreshing), ...replaceCourses(refreshing), ...tellPastedCharts(refreshing)]
}

function replacePictures({ editor, theirs, base, slides, built: { deck, opened } }: Refreshing): RefreshEntry[] {
  return theirs.pictures.flatMap((picture): RefreshEntry[] => {
    const { item, files, alt } = picture
    const was = base.pictures.find(({ hashes }) => files.some(({ hash }) => hashes.includes(hash)))
    const changed = base.pictures.find((one) => one.item === item && one.alt === alt)
    const known = was ?? changed
    const now =
      known && deck.pictures.find((one) => one.item === known.item && slides.ours.get(one.slide) === known.slide)
    if (!known || !now || now.files.every(({ hash }, index) => hash === known.hashes[index])) return []
    if (!was) return [toSettle(picture, 'the picture was changed by hand, and its chart is another now')]
    files.forEach(({ part }, index) => {
      const bytes = opened.bytes(now.files[index]?.part ?? '')
      if (bytes) editor.set(part, bytes)
    })
    return [updated(picture, 'picture', 'drawn anew')]
  })
}

function replaceCourses({ editor, theirs, base, slides, built: { deck } }: Refreshing): RefreshEntry[] {
  return theirs.courses.flatMap(({ slide, item, element, course }): RefreshEntry[] => {
    const was = base.courses.find((one) => one.course === course)
    const now = was && deck.courses.find((one) => one.item === was.item && slides.ours.get(one.slide) === was.slide)
    if (!was || !now || now.course === was.course) return []
    setElement(editor, element, elementXml(now.element))
    return [updated({ slide, item }, 'course', 'drawn anew')]
  })
}

/**
 * Charts and tables that the deck shows as pictures, recognised by name or alternative text;
 * else by a picture that is new on the slide that they are gone from.
 */
function tellPastedCharts({ theirs, base, slides }: Refreshing): RefreshEntry[] {
  const [drawn, built] = [
    [...theirs.charts, ...theirs.tables],
    [...base.charts, ...base.tables],
  ]
  const shown = new Set(drawn.map(({ item }) => item))
  const gone = built.filter(({ item }) => !shown.has(item))
  const alts = new Map(base.texts.flatMap((text) => (text.kind === 'alt' ? [[text.text, text.item] as const] : [])))
  const isKnown = ({ files }: LivingPicture) =>
    base.pictures.some(({ hashes }) => files.some(({ hash }) => hashes.includes(hash)))
  const on = <T extends { slide: number }>(list: readonly T[], slide: number | undefined) =>
    list.filter((one) => one.slide === slide)
  // Programs that save a deck anew may rename what it shows, but not one for another.
  const goneFrom = (slide: number) => {
    const former = slides.theirs.get(slide)
    const [own, was] = [on(drawn, slide), on(built, former)]
    const isPasted = on(theirs.pictures, slide).length > on(base.pictures, former).length && own.length < was.length
    return isPasted ? was.find(({ item }) => !own.some((one) => one.item === item)) : undefined
  }
  return theirs.pictures.flatMap((picture): RefreshEntry[] => {
    const { slide, item, alt } = picture
    const named = gone.find((one) => one.item === item || one.item === alts.get(alt))
    const here = isKnown(picture) ? undefined : goneFrom(slide)
    const [what, words] = named ? [named, 'in place of'] : [here, 'that may stand for']
    if (!what) return []
    return [toSettle(picture, `a picture ${words} ${what.item}: its numbers cannot be brought up to date`)]
  })
}
