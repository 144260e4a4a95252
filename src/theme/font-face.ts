import type * as fontkit from 'fontkit'

/** A font that text can be set with. */
export type Face = Extract<ReturnType<typeof fontkit.create>, { layout: unknown }>

/** The file and the face of a theme's font: `./fonts/msyh.ttc#Microsoft YaHei` is a face of a collection. */
export function splitFace(font: string): { file: string; face: string | undefined } {
  const at = font.indexOf('#')
  return at < 0 ? { file: font, face: undefined } : { file: font.slice(0, at), face: font.slice(at + 1) }
}

/** An opened file's font; of a collection the named family or face (`PingFang SC`), or the first if none is named. */
export function chooseFace(opened: ReturnType<typeof fontkit.create>, face: string | undefined): Face | undefined {
  if ('layout' in opened) return opened
  return opened.fonts.find(
    (font) => face === undefined || [font.fullName, font.familyName, font.postscriptName].includes(face),
  )
}

/** The faces of a collection. */
export function faceNames(opened: ReturnType<typeof fontkit.create>): string[] {
  return 'fonts' in opened ? opened.fonts.map(({ fullName }) => fullName) : []
}
