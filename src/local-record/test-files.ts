import { readFile, mostBytes, type FileReading, type LocalFile } from './read-file.ts'

/** A file whose bytes come in pieces of these lengths, again and again the same. */
export function fileOf(
  content: string | Uint8Array<ArrayBuffer>,
  { name = 'a.json', lengths = [1 << 20] }: { name?: string; lengths?: readonly number[] } = {},
): LocalFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    size: bytes.length,
    stream() {
      let at = 0
      let turn = 0
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          if (at >= bytes.length) return controller.close()
          const length = Math.max(1, lengths[turn % lengths.length] ?? 1)
          turn += 1
          controller.enqueue(bytes.slice(at, at + length))
          at += length
        },
      })
    },
  }
}

/** Never pauses. */
export const atOnce = () => Promise.resolve()

/** Reads a file as a page would, without pauses. */
export const read = (
  file: LocalFile,
  { number = 1, most = mostBytes }: { number?: number; most?: number } = {},
): Promise<FileReading> =>
  readFile(file, {
    number,
    breathe: atOnce,
    signal: new AbortController().signal,
    onBytes: () => {},
    mostBytes: most,
  })

/** Reads a text, and gives what is in it. */
export async function contentsOf(content: string, name = 'a.json', number = 1) {
  const reading = await read(fileOf(content, { name }), { number })
  if (reading.kind === 'fault') throw new Error(reading.fault)
  return reading.contents
}

export const lines = (...resources: object[]) =>
  resources.map((one) => JSON.stringify(one)).join('\n')

export const patient = (id: string, more: object = {}) => ({ resourceType: 'Patient', id, ...more })

export const observation = (id: string | undefined, reference: string, more: object = {}) => ({
  resourceType: 'Observation',
  ...(id === undefined ? {} : { id }),
  status: 'final',
  code: { text: 'Potassium' },
  subject: { reference },
  valueQuantity: { value: 4, unit: 'mmol/L' },
  ...more,
})

export const bundle = (...entry: object[]) =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })
