/** The names of the parts that others refer to; numbers count from 1. */
export const masterName = '/ppt/slideMasters/slideMaster1.xml'
export const themeName = '/ppt/theme/theme1.xml'
export const notesMasterName = '/ppt/notesMasters/notesMaster1.xml'
/** A notes master may not share the slides' theme part. */
export const notesThemeName = '/ppt/theme/theme2.xml'
export const presentationName = '/ppt/presentation.xml'

export function slideName(number: number): string {
  return `/ppt/slides/slide${number}.xml`
}

export function layoutName(number: number): string {
  return `/ppt/slideLayouts/slideLayout${number}.xml`
}

/** The notes of the slide with that number. */
export function notesName(slide: number): string {
  return `/ppt/notesSlides/notesSlide${slide}.xml`
}
