import { readDatasetFiles } from '../dataset/read/read.ts'
import type { Attachment } from '../render/pdf/file/attachments.ts'

/** The data files of a report folder, to travel inside its PDF: whoever holds the document holds its figures, and can check them. */
export function dataAttachments(folder: string): Attachment[] {
  return readDatasetFiles(folder).files.map(({ path, bytes }) => ({
    name: path.replace(/^data\//, '').replaceAll('/', '-'),
    bytes,
    type: path.endsWith('.csv') ? 'text/csv' : 'application/yaml',
    description: path,
    relationship: 'Data',
  }))
}
