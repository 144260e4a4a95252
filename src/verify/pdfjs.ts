import './canvas-stand-ins.ts'
import './own-builtins.ts'
import 'pdfjs-dist/legacy/build/pdf.mjs'
// With the worker's code at hand pdfjs starts no thread and looks for no file.
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { restoreBuiltins } from './own-builtins.ts'

export {
  AnnotationMode,
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  Util,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

Object.assign(globalThis, { pdfjsWorker: worker })
restoreBuiltins()
