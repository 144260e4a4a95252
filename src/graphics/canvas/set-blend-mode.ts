const blendModes: Record<string, string> = {
  multiply: 'Multiply',
  screen: 'Screen',
  overlay: 'Overlay',
  darken: 'Darken',
  lighten: 'Lighten',
  'color-dodge': 'ColorDodge',
  'color-burn': 'ColorBurn',
  'hard-light': 'HardLight',
  'soft-light': 'SoftLight',
  difference: 'Difference',
  exclusion: 'Exclusion',
  hue: 'Hue',
  saturation: 'Saturation',
  color: 'Color',
  luminosity: 'Luminosity',
}

/** Sets a canvas's way of mixing colours; none for `source-over`. pdfkit has no call for blend modes (ISO 32000-1, 11.3.5): an extended graphics state on the page, one a mode. */
export function setBlendMode(doc: PDFKit.PDFDocument, operation: string): void {
  const mode = blendModes[operation]
  if (mode === undefined) return
  const name = `Blend${mode}`
  const states: Record<string, unknown> = doc.page.ext_gstates
  if (states[name] === undefined) {
    const state = doc.ref({ Type: 'ExtGState', BM: mode })
    state.end(undefined)
    states[name] = state
  }
  doc.addContent(`/${name} gs`)
}
