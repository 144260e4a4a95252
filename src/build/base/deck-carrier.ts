import type { Dataset } from '../../dataset/types.ts'
import { element } from '../../opc/xml.ts'
import type { Carrier } from '../../render/pptx/parts/custom-xml-parts.ts'
import type { Composed } from '../types.ts'
import { hashFiles, toBaseElement } from './carry-base.ts'
import { makeBase } from './make-base.ts'

/** Makes a deck carry what its build knows of it, and a hash by which it is known to be as it was built. */
export function createDeckCarrier(
  composed: Pick<Composed, 'pages' | 'markdown' | 'claims' | 'words'>,
  dataset: Dataset,
  language: string,
): Carrier {
  return {
    make: (parts, roots) => toBaseElement(makeBase(composed, dataset, language, parts, roots)),
    seal: ({ name, attributes, children }, files, carrier) =>
      element(name, { ...attributes, hash: hashFiles(files, carrier) }, children),
  }
}
