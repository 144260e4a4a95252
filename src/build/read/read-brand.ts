import { type Diagnostic, errorAt, type Outcome } from '../../diagnostic.ts'
import type { ReadPicture } from '../../document/parse/parsing.ts'
import type { Picture } from '../../graphics/types.ts'
import type { Brand } from '../../layout/brand-pages.ts'
import type { Theme } from '../../theme/theme.ts'

/** The pictures that a theme names, from the report folder; what is wrong with one is reported at the theme. */
export function readBrand({ logo, cover }: Theme, read: ReadPicture): Outcome<Brand> {
  const diagnostics: Diagnostic[] = []
  const get = (name: string, file: string | undefined): Picture | undefined => {
    const picture = file === undefined ? undefined : read(file.replace(/^\.\//, ''))
    if (!picture || !('message' in picture)) return picture
    const place = { file: 'templates/theme.yaml', line: 1, column: 1 }
    diagnostics.push(errorAt(place, `${name}: ${picture.message}`, { hint: picture.hint }))
    return undefined
  }
  const value = { logo: get('logo', logo?.file), cover: get('cover', cover) }
  return { value, diagnostics }
}
