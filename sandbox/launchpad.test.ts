import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { toFramedRoot } from './chart-page.ts'
import { faultCatalogue } from './fault-catalogue.ts'
import { loadPatients } from './fhir-store.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { formatAge } from './patient-choices.ts'
import { profiles } from './profiles.ts'
import { SmartClient } from './smart-client.ts'

const roots = ['http://localhost:5180/', 'http://127.0.0.1:5180/']
let ehr: LocalEhr

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: roots })
})
afterAll(async () => ehr.close())

const open = async (path: string) => (await fetch(`${ehr.origin}${path}`)).text()
const submit = async (path: string, form: Readonly<Record<string, string>>) => {
  const response = await fetch(`${ehr.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
  })
  return { status: response.status, location: response.headers.get('location') ?? '' }
}
const choice = { tenant: 'strict-ig', patient: 'gen-dana-demo', root: 'http://localhost:5180/' }

describe('the Launchpad', () => {
  it('offers every tenant with a sentence, every patient with age and results', async () => {
    const page = await open('/')
    for (const { name, title, summary } of Object.values(profiles)) {
      expect(page).toMatch(new RegExp(`<label for="tenant-${name}">${title}</label>`))
      expect(page).toContain(summary)
    }
    expect(page).toContain('Follows SMART App Launch 2.2 to the letter')
    expect(page.match(/name="patient"/g)).toHaveLength(10)
    expect(page).toMatch(/born 1971-08-15, \d+ years, female, 2,682 results/)
    expect(page).toContain('No fault is switched on.')
  })

  it.each([
    ['/', 'http://localhost:5180/'],
    ['/?app=http://127.0.0.1:5180/', 'http://127.0.0.1:5180/'],
    ['/?app=http://evil.example/', 'http://localhost:5180/'],
  ])('%s picks the app at %s', async (path, root) => {
    const selected = /<option\s+selected\s*>([^<]*)</.exec(await open(path))?.[1]
    expect(selected).toBe(root)
  })

  it('launches in this tab, with the last encounter where the patient has one', async () => {
    const strict = new SmartClient(ehr.origin, 'strict-ig')
    const launchFor = async (patient: string) => {
      const { status, location } = await submit('/launch', { ...choice, patient, how: 'tab' })
      const url = new URL(location)
      expect([status, url.origin + url.pathname]).toEqual([303, 'http://localhost:5180/launch/'])
      expect(url.searchParams.get('iss')).toBe(strict.iss)
      const launch = url.searchParams.get('launch') ?? ''
      return (await strict.exchange(await strict.authorize({ launch }))).json
    }
    const dana = await launchFor('gen-dana-demo')
    expect([dana['patient'], dana['need_patient_banner']]).toEqual(['gen-dana-demo', true])
    expect(dana).not.toHaveProperty('encounter')

    const [, luna = ''] =
      /id="patient-([^"]+)"[^>]*>\s*<label[^>]*>Luna/.exec(await open('/')) ?? []
    expect(await launchFor(luna)).toMatchObject({
      patient: luna,
      encounter: loadPatients().lastEncounterOf(luna),
    })
    expect(loadPatients().lastEncounterOf(luna)).toMatch(/./)
  })

  it('launches a generated record', async () => {
    const form = { ...choice, patient: 'generated', count: '1234', how: 'tab' }
    const { location } = await submit('/launch', form)
    const launch = new URL(location).searchParams.get('launch') ?? ''
    const strict = new SmartClient(ehr.origin, 'strict-ig')
    const { json } = await strict.exchange(await strict.authorize({ launch }))
    expect(json['patient']).toBe('gen-1234')
  })

  it('opens the app alone', async () => {
    const form = { ...choice, tenant: 'epic-mychart', how: 'standalone' }
    expect(await submit('/launch', form)).toEqual({ status: 303, location: choice.root })
  })

  it.each([
    ['a launch from the chart for patients', { ...choice, tenant: 'epic-mychart', how: 'tab' }],
    ['an app it does not know', { ...choice, root: 'http://evil.example/', how: 'tab' }],
    [
      'a standalone app it does not know',
      { ...choice, root: 'http://evil.example/', how: 'standalone' },
    ],
    ['a patient nobody has', { ...choice, patient: 'nobody', how: 'tab' }],
    ['a tenant that is gone', { ...choice, tenant: 'gone', how: 'tab' }],
  ])('refuses %s', async (_case, form) => {
    expect(await submit('/launch', form)).toEqual({ status: 400, location: '' })
  })

  it('shows the faults that are on, and switches them on and off', async () => {
    const fault = { tenant: 'epic-ehr', fault: 'authorize: wrong-state' }
    expect((await submit('/faults', fault)).status).toBe(303)
    const page = await open('/')
    expect(page).toContain('<b>epic-ehr</b> has switched on')
    expect(page).toContain('<li><code>authorize: wrong-state</code></li>')
    expect(page).toContain('One fault switched on.')
    const epic = new SmartClient(ehr.origin, 'epic-ehr')
    expect((await epic.control('PUT', '', {})).json['faults']).toEqual({ authorize: 'wrong-state' })
    await submit('/faults/reset', { tenant: 'epic-ehr' })
    expect(await open('/')).toContain('No fault is switched on.')
  })

  it('lists every fault with its id and what it does, by group, for one tenant', async () => {
    const page = await open('/?faults=meditech&open=T')
    for (const { id, name, does } of faultCatalogue) {
      expect(page).toContain(`<code>${name}</code>`)
      expect(page).toContain(does.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
      expect(page).toContain(`<small>${id}</small>`)
    }
    const summaries = [...page.matchAll(/<summary>\s*(.*?)\s*<\/summary>/gs)].map(
      ([, text]) => text,
    )
    expect(summaries.map((text) => text?.split(' of meditech')[0])).toEqual([
      'Discovery',
      'Authorization',
      'Token and refresh',
      'id_token',
      'FHIR answers',
      'To be met by hand: 9 faults without a switch',
    ])
    expect(page.match(/<details\s+open/g)).toHaveLength(1)
    expect(page).toMatch(/aria-current="?true"?\s*>meditech</)
  })

  it('switches a fault by one click on and off, and leaves the others on', async () => {
    const strict = new SmartClient(ehr.origin, 'toggled')
    await strict.control('PUT', '', { profile: 'strict-ig', faults: { token: ['banner-text'] } })
    const toggle = async () =>
      submit('/faults/toggle', { tenant: 'toggled', group: 'T', fault: 'token: type-dpop' })
    const faults = async () => (await strict.control('PUT', '', {})).json['faults']
    const pressed = async () =>
      /value="token: type-dpop"\s+aria-pressed="(\w+)"/.exec(await open('/?faults=toggled'))?.[1]
    expect(await pressed()).toBe('false')
    expect(await toggle()).toEqual({ status: 303, location: '/?faults=toggled&open=T#faults' })
    expect(await faults()).toEqual({ token: ['banner-text', 'type-dpop'] })
    expect(await pressed()).toBe('true')
    await toggle()
    expect(await faults()).toEqual({ token: ['banner-text'] })
    await strict.control('DELETE', '')
    expect((await toggle()).status).toBe(400)
  })

  it('writes what tests name their tenants as text', async () => {
    await new SmartClient(ehr.origin, 'a-test').control('PUT', '', {
      profile: 'strict-ig',
      faults: { grantOnly: ['<script>alert(1)</script>'] },
    })
    const page = await open('/')
    expect(page).not.toContain('<script>')
    expect(page).toContain('&lt;script&gt;')
    await new SmartClient(ehr.origin, 'a-test').control('DELETE', '')
  })
})

describe('the chart with the app in an iframe', () => {
  it('frames the app from another site than its own, with a launch of its own each time', async () => {
    const { location } = await submit('/launch', { ...choice, how: 'iframe' })
    const frame = async () => {
      const page = await open(location)
      expect(page).toContain('<h1>Dana Q Demo</h1>')
      const src = /<iframe\s+title="Chartside"\s+src="([^"]*)"/.exec(page)?.[1] ?? ''
      return new URL(src.replaceAll('&amp;', '&'))
    }
    const [first, second] = [await frame(), await frame()]
    expect(first.origin + first.pathname).toBe('http://127.0.0.1:5180/launch/')
    expect(first.searchParams.get('launch')).not.toBe(second.searchParams.get('launch'))
  })

  it.each([
    ['http://localhost:5180/', 'localhost', 'http://127.0.0.1:5180/'],
    ['http://localhost:5180/', '127.0.0.1', 'http://localhost:5180/'],
    ['http://127.0.0.1:5180/', 'localhost', 'http://127.0.0.1:5180/'],
  ])('%s in a chart on %s is framed as %s', (root, host, framed) => {
    expect(toFramedRoot(root, roots, host)).toBe(framed)
  })

  it('keeps to the one root there is', () => {
    expect(toFramedRoot('http://localhost:1/', ['http://localhost:1/'], 'localhost')).toBe(
      'http://localhost:1/',
    )
  })

  it('refuses a patient nobody has', async () => {
    const query = new URLSearchParams({ ...choice, patient: 'nobody' })
    expect((await fetch(`${ehr.origin}/chart?${query}`)).status).toBe(400)
  })
})

describe('formatAge', () => {
  it.each([
    ['1971-08-15', '2026-08-14', '54 years'],
    ['1971-08-15', '2026-08-15', '55 years'],
    ['2024-03-31', '2024-03-31', '0 months'],
    ['2024-03-31', '2026-03-30', '23 months'],
    ['2024-03-31', '2026-03-31', '2 years'],
    ['1971-08', '2026-08-15', undefined],
    [undefined, '2026-08-15', undefined],
  ])('born %s is on %s: %s', (birthDate, today, age) => {
    expect(formatAge(birthDate, new Date(`${today}T12:00:00`))).toBe(age)
  })
})
