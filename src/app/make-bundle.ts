import { failureOf, type FhirFailure } from '../fhir/fhir-error.ts'
import { formatFailure } from '../fhir/failure-words.ts'
import { parseExact } from '../fhir/exact-json.ts'
import { toObject } from '../fhir/json.ts'
import { readAgain, type WhyMissing } from '../fhir/read-again.ts'
import { retryWhileBusy } from '../fhir/retry-while-busy.ts'
import { writeCollection, type CollectionRemark } from '../fhir/write-collection.ts'
import { currentSpeech } from '../language/language.ts'
import { t, tn } from '../language/t.ts'
import type { Observation } from '../observations/observation.ts'
import { readObservation } from '../observations/read-observation.ts'
import { withVisit } from '../observations/with-visit.ts'
import type { Session } from '../smart/session.ts'
import type { MadeBundle, TakeAwayDesk } from '../views/shared/take-away/desk.ts'
import { mostById, type AgainAccess } from './again-access.ts'

/** Why a result is not in the file, or is another there than on the screen. */
type Trouble = WhyMissing | 'in-error' | 'changed'

/**
 * Makes a FHIR Bundle of results: each as the server has it now, read again and checked again, the Patient, and what has to
 * be known of them. What could not be had, or says something else by now, is said in the file and in words.
 */
export async function makeBundle(
  session: Session,
  access: AgainAccess,
  ...[observations, facts, onProgress, aborted]: Parameters<TakeAwayDesk['makeBundle']>
): Promise<MadeBundle | undefined> {
  const signal = AbortSignal.any([aborted, access.signal])
  const isLocal = facts.source !== 'server'
  const categories = new Map(observations.map((one) => [one.id, one.categories]))
  const [patient, results] = await Promise.all([
    readPatientText(session, access, signal),
    readAgain({
      ids: observations.map(({ id }) => id),
      categoriesOf: (id) => categories.get(id) ?? [],
      searches: access.searches(),
      stream: access.stream,
      limit: access.limit,
      mayRead: access.mayRead('Observation'),
      mostById,
      onProgress,
      signal,
    }),
  ])
  if (results.kind === 'foreign' || patient === 'foreign') {
    access.onForeign()
    return undefined
  }
  const troubles = new Map<string, Trouble>(results.missing)
  for (const observation of observations) {
    const text = results.texts.get(observation.id)
    const said = text === undefined ? 'same' : compare(observation, text, session.iss)
    if (said !== 'same') troubles.set(observation.id, said)
  }
  const resources = observations.flatMap(({ id }) => {
    const text = results.texts.get(id)
    return text === undefined || troubles.get(id) === 'in-error'
      ? []
      : [[`Observation/${id}`, text] as const]
  })
  const patientRemark: CollectionRemark[] =
    typeof patient === 'object'
      ? []
      : [
          {
            kind: 'missing',
            text: sayPatient(patient, isLocal),
            about: `Patient/${session.patientId}`,
          },
        ]
  return {
    pieces: writeCollection({
      fhirBase: session.iss,
      resources: [
        ...(typeof patient === 'object'
          ? [[`Patient/${session.patientId}`, patient.text] as const]
          : []),
        ...resources,
      ],
      remarks: [
        ...[
          t('Source: {server}', { server: facts.serverName }),
          facts.patient,
          ...facts.selection,
        ].map((text) => ({ kind: 'note', text }) as const),
        ...facts.completeness.map(
          (text) => ({ kind: facts.isComplete === 'yes' ? 'note' : 'missing', text }) as const,
        ),
        ...patientRemark,
        ...[...troubles].map(([id, why]) => toRemark(id, why, isLocal)),
      ],
      madeAt: facts.madeAt,
      remarksId: crypto.randomUUID(),
      language: currentSpeech().language,
    }),
    problems: [...patientRemark.map(({ text }) => text), ...sumUp(troubles, isLocal)],
  }
}

/** The Patient as sent; why it can't be had, or that another's came. */
async function readPatientText(
  { patientId }: Session,
  { stream, limit, mayRead }: AgainAccess,
  signal: AbortSignal,
): Promise<{ readonly text: string } | FhirFailure | 'foreign' | 'not-granted'> {
  if (!mayRead('Patient')) return 'not-granted'
  try {
    const read = async () => {
      let text = ''
      const pieces = await stream(`Patient/${encodeURIComponent(patientId)}`, signal)
      for await (const piece of pieces) text += piece
      return text.trim()
    }
    const text = await retryWhileBusy(() => limit(read), signal)
    const json = toObject(parseExact(text))
    if (json?.resourceType !== 'Patient') return 'unreadable'
    return json.id === patientId ? { text } : 'foreign'
  } catch (error) {
    signal.throwIfAborted()
    return error instanceof SyntaxError ? 'unreadable' : failureOf(error)
  }
}

/** Whether what was read again says what is on the screen. */
function compare(
  shown: Observation,
  text: string,
  fhirBase: string,
): 'same' | 'changed' | 'in-error' {
  const json = toObject(parseExact(text)) ?? {}
  const reading = readObservation({ id: shown.id, ...json })
  if (reading.kind === 'entered-in-error') return 'in-error'
  if (reading.kind === 'unreadable') return 'changed'
  const now = withVisit(reading.observation, json, fhirBase)
  return JSON.stringify(now) === JSON.stringify(shown) ? 'same' : 'changed'
}

function toRemark(id: string, why: Trouble, isLocal: boolean): CollectionRemark {
  return {
    kind: why === 'changed' ? 'note' : 'missing',
    text: sayWhy(why, isLocal),
    about: `Observation/${id}`,
  }
}

function sayWhy(why: Trouble, isLocal: boolean): string {
  if (isLocal) return sayWhyLocal(why)
  if (why === 'changed')
    return t('Changed at the hospital since it was shown; this is what its server has now.')
  if (why === 'in-error')
    return t('Not here: marked by the hospital as entered in error since it was shown.')
  if (why === 'not-sent') return t('Not here: the hospital’s server did not send it again.')
  return why === 'other'
    ? t('Not here: the answer was not this result.')
    : t('Not here: {reason}.', { reason: formatFailure(why) })
}

/** Of a record that no server gave, and no hospital can have changed. */
function sayWhyLocal(why: Trouble): string {
  if (why === 'changed') return t('Other than it was shown; this is what was opened.')
  return why === 'in-error'
    ? t('Not here: marked as entered in error.')
    : t('Not here: it could not be read again from what was opened.')
}

function sayPatient(why: FhirFailure | 'foreign' | 'not-granted', isLocal: boolean): string {
  if (isLocal)
    return why === 'not-granted'
      ? t('The Patient is not in the file: there was none in what was opened.')
      : t('The Patient is not in the file: it could not be read again from what was opened.')
  return why === 'not-granted' || why === 'foreign'
    ? t('The Patient is not in the file: this sign-in does not allow it.')
    : t('The Patient is not in the file: {reason}.', { reason: formatFailure(why) })
}

/** How many there are of each trouble, in words. */
function sumUp(troubles: ReadonlyMap<string, Trouble>, isLocal: boolean): readonly string[] {
  const counts = new Map<string, number>()
  for (const why of troubles.values()) {
    const words = sayWhy(why, isLocal)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([words, count]) =>
    tn(count, '{n} result: {words}', '{n} results: {words}', { words }),
  )
}
