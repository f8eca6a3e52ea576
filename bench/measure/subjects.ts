import { apps, type MeasuredApp } from '../apps/apps.ts'
import { patientId } from '../server/observations.ts'
import { accessToken } from '../server/sign-in.ts'
import type { AppSession } from './app-session.ts'
import type { Conditions } from './page-marks.ts'

/** Who is measured: the app, the least that any page has to do, and other apps. */
export type SubjectName = 'floor' | 'chartside' | MeasuredApp['name']

/** A page as it is opened by somebody who is signed in already. */
export type Subject = {
  readonly name: SubjectName
  readonly conditions: Conditions
  /** Opened at a launch from a chart, and what is waited for then; undefined where it knows none. */
  readonly launch: { readonly url: string; readonly conditions: Conditions } | undefined
  /** Opened with a token at hand. */
  readonly pageUrl: string
  readonly storage?: Readonly<Record<string, string>>
}

/** The servers' origins. */
export type Origins = { readonly appOrigin: string; readonly fhirOrigin: string }

/** The FHIR base of the benchmark. */
const issOf = ({ fhirOrigin }: Pick<Origins, 'fhirOrigin'>): string => `${fhirOrigin}/fhir`

/** Where a launch from the chart opens the app. */
export const launchOf = (origins: Origins, page: string): string =>
  `${origins.appOrigin}/${page}?${new URLSearchParams({ iss: issOf(origins), launch: 'chart' }).toString()}`

const summary = `document.querySelector('.record-status-summary')?.textContent`

/** A launch leads to the overview, which never shows all: the status says when they are there. */
const launchConditions: Conditions = {
  first: 'main .overview-card',
  all: `${summary}?.includes(n.toLocaleString('en') + ' results loaded')`,
}

/** The table of all results: drawn as far as it is in sight, and as long as it says. */
const tableConditions: Conditions = {
  first: 'main tbody td',
  all: `document.querySelector('main table')?.getAttribute('aria-rowcount') === String(n + 1)`,
}

/** Pages that only need an address: those of the benchmark and of others. `count` results come on a page at most. */
export function plainSubjects(origins: Origins, count: number): readonly Subject[] {
  const address = (page: string) =>
    `${origins.appOrigin}/${page}?${new URLSearchParams({
      base: issOf(origins),
      patient: patientId,
      token: accessToken,
      count: String(count),
    }).toString()}`
  const toSubject = (name: SubjectName, conditions: Conditions, launch?: string): Subject => ({
    name,
    conditions,
    launch: launch === undefined ? undefined : { url: launchOf(origins, launch), conditions },
    pageUrl: address(`${name}/index.html`),
  })
  return [
    toSubject(
      'floor',
      {
        first: '#rows:not(:empty)',
        all: `document.querySelector('#status')?.dataset.loaded === String(n)`,
      },
      'floor/launch.html',
    ),
    ...apps.map(({ name, firstRow, allRows }) =>
      toSubject(
        name,
        { first: firstRow, all: allRows('n') },
        name === 'tutorial' ? 'tutorial/launch.html' : undefined,
      ),
    ),
  ]
}

/** The app, in a session. */
export function ownSubject(origins: Origins, { id, storage }: AppSession): Subject {
  return {
    name: 'chartside',
    conditions: tableConditions,
    launch: {
      url: launchOf(origins, 'chartside/launch/index.html'),
      conditions: launchConditions,
    },
    pageUrl: `${origins.appOrigin}/chartside/#/s/${id}/results`,
    storage,
  }
}
