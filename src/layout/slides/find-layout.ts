import type { LayoutName } from '../../document/layout-names.ts'
import type { Setting } from '../text/setting.ts'
import { ownLayout } from './own-layout.ts'
import type { SlideLayout } from './slide-layout.ts'
import { templateLayout } from './template-layout.ts'

/** The layout of slides that we call so, the template's where there is one; what is wrong where it has none. */
export function findLayout(name: LayoutName, setting: Setting): ReturnType<typeof templateLayout> | SlideLayout {
  return setting.reference ? templateLayout(name, setting.reference, setting) : ownLayout(name, setting)
}
