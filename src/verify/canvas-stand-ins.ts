// pdfjs wants a canvas's classes when loaded, though nothing is drawn; else it looks for a native canvas and warns.

class Nothing {}

for (const name of ['DOMMatrix', 'ImageData', 'Path2D'] as const) {
  if (!(name in globalThis))
    Object.defineProperty(globalThis, name, { value: Nothing, configurable: true, writable: true })
}
