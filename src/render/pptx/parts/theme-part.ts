import { makePart, type Part } from '../../../opc/package.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import { colorSchemeElement } from '../color.ts'

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'

/** A PowerPoint theme of our colours and fonts, East Asian ones too (pptxgenjs cannot set them: issue 1288). */
export function themePart(name: string, theme: Theme): Part {
  const content = element('a:theme', { 'xmlns:a': drawing, name: 'Briefwright' }, [
    element('a:themeElements', {}, [
      colorSchemeElement(theme),
      element('a:fontScheme', { name: 'Briefwright' }, [
        fontsElement('a:majorFont', theme.fonts.heading),
        fontsElement('a:minorFont', theme.fonts.body),
      ]),
      formatScheme(),
    ]),
    element('a:objectDefaults'),
    element('a:extraClrSchemeLst'),
  ])
  return makePart('theme', name, content)
}

function fontsElement(name: string, { powerpoint, eastAsian }: Theme['fonts']['body']): XmlElement {
  return element(name, {}, [
    element('a:latin', { typeface: powerpoint }),
    element('a:ea', { typeface: eastAsian }),
    element('a:cs', { typeface: powerpoint }),
  ])
}

/** Three fills, lines and effects, as the schema wants them; all plain. */
function formatScheme(): XmlElement {
  const color = (): XmlElement => element('a:schemeClr', { val: 'phClr' })
  const fill = (): XmlElement => element('a:solidFill', {}, [color()])
  const line = (width: number): XmlElement =>
    element('a:ln', { w: width, cap: 'flat', cmpd: 'sng', algn: 'ctr' }, [
      fill(),
      element('a:prstDash', { val: 'solid' }),
    ])
  const effect = (): XmlElement => element('a:effectStyle', {}, [element('a:effectLst')])
  return element('a:fmtScheme', { name: 'Briefwright' }, [
    element('a:fillStyleLst', {}, [fill(), fill(), fill()]),
    element('a:lnStyleLst', {}, [line(6350), line(12700), line(19050)]),
    element('a:effectStyleLst', {}, [effect(), effect(), effect()]),
    element('a:bgFillStyleLst', {}, [fill(), fill(), fill()]),
  ])
}
