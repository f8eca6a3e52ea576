import { createBreather } from '../fhir/breather.ts'
import { t } from '../language/t.ts'
import { sortByPerson } from '../local-record/people.ts'
import { mostBytes, readFile } from '../local-record/read-file.ts'
import { sampleId } from './local-id.ts'
import { openLocal } from './open-local.tsx'

/** Opens the sample record that lies beside the app, by the same way as a file that somebody chose. */
export async function openSample(signal: AbortSignal): Promise<void> {
  const { default: text } = await import('./sample-record.ndjson?raw')
  signal.throwIfAborted()
  const blob = new Blob([text])
  const breathe = createBreather(() => performance.now())
  const reading = await readFile(
    { name: 'sample.ndjson', size: blob.size, stream: () => blob.stream() },
    {
      number: 1,
      breathe,
      signal,
      onBytes: () => {},
      mostBytes,
    },
  )
  const contents = reading.kind === 'read' ? [reading.contents] : []
  const [person] = (await sortByPerson(contents, breathe)).people
  if (!person) throw new Error('the sample holds nobody')
  await openLocal(
    {
      id: sampleId,
      name: t('Sample data'),
      person,
      source: { kind: 'sample' },
      isChosen: false,
      isIncomplete: false,
    },
    breathe,
    signal,
  )
}
