import { parseDataset, readDatasetFiles } from '../dataset/read/read.ts'
import type { Dataset } from '../dataset/types.ts'
import { formatDiagnostic } from '../diagnostic.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { getWritten, replaceWritten } from '../trust/replace-written.ts'

/** What became of an edit: what it says to its author. */
export interface EditAnswer {
  isWritten: boolean
  said: string
}

/** Writes single figures into the files of a report, and takes the last of these edits back. */
export interface FigureEditor {
  /** What the dataset has for a figure now, as it is written there. */
  read(dataset: Dataset, key: string): EditAnswer
  write(dataset: Dataset, key: string, written: string): EditAnswer
  undo(): EditAnswer
}

/** An editor of the report in a folder: one value is written where the dataset has it, and nothing else of the file. */
export function createFigureEditor(folder: string): FigureEditor {
  const edits: { path: string; former: Uint8Array; present: Uint8Array }[] = []
  const locate = (dataset: Dataset, key: string) => {
    const figure = dataset.observations.get(key)
    const { files } = readDatasetFiles(folder)
    return { figure, files, file: files.find(({ path }) => path === figure?.place.file) }
  }
  return {
    read: (dataset, key) => {
      const { figure, file } = locate(dataset, key)
      return { isWritten: false, said: (figure && file && getWritten(file, figure.place)) ?? '' }
    },
    write: (dataset, key, written) => {
      const { figure, files, file } = locate(dataset, key)
      if (!figure) return refuse(`no such figure: ${key}`)
      if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(written)) return refuse('a value is one line of text')
      if (figure.status === 'derived') return refuse(`worked out from ${figure.inputs.join(', ')}: change those`)
      const changed = file && replaceWritten(file, figure.place, written)
      if (!file || !changed) return refuse(`no value stands at ${figure.place.file}:${figure.place.line} any more`)
      const { value, diagnostics } = parseDataset(files.map((one) => (one === file ? changed : one)))
      const [first] = diagnostics.filter(({ severity }) => severity === 'error')
      const fault = first && formatDiagnostic({ ...first, excerpt: undefined })
      if (!value && fault) return refuse(`not written: ${fault}`)
      const unwritten = put(folder, file.path, changed.bytes)
      if (unwritten) return refuse(unwritten)
      edits.push({ path: file.path, former: file.bytes, present: changed.bytes })
      const done = `written: ${figure.place.file}:${figure.place.line}`
      return { isWritten: true, said: fault ? `${done}\n${fault}` : done }
    },
    undo: () => {
      const edit = edits.at(-1)
      if (!edit) return refuse('nothing to take back')
      const now = readDatasetFiles(folder).files.find(({ path }) => path === edit.path)
      if (!now || Buffer.compare(now.bytes, edit.present) !== 0) return refuse(`${edit.path} was edited since`)
      const unwritten = put(folder, edit.path, edit.former)
      if (unwritten) return refuse(unwritten)
      edits.pop()
      return { isWritten: true, said: `as before: ${edit.path}` }
    },
  }
}

/** Why a file of the report could not be written; undefined where it was. */
function put(folder: string, path: string, bytes: Uint8Array): string | undefined {
  const [first] = writeOutputs(folder, [{ name: path, bytes }])
  return first && formatDiagnostic(first)
}

function refuse(said: string): EditAnswer {
  return { isWritten: false, said }
}
