import { describe, expect, it } from 'vitest'
import { ConfigError } from '../config/load-config.ts'
import { SmartError } from '../smart/smart-error.ts'
import { AppError } from './app-error.ts'
import { toProblem } from './problems.ts'

const textOf = (error: unknown) => JSON.stringify(toProblem(error))

describe('toProblem', () => {
  it('ERR-06 tells who came from a chart to reopen it there, and who signed in to sign in again', () => {
    const after = (launch: 'ehr' | 'standalone') =>
      toProblem(new SmartError('token-refused', { launch })).whatToDo
    expect(after('ehr')).toMatch(/from the patient’s chart/)
    expect(after('standalone')).toMatch(/sign in again/)
  })

  it('ERR-01 keeps the server’s words out of the page, and gives them as marked text for support', () => {
    const problem = toProblem(
      new SmartError('authorization-refused', { code: 'access_denied', serverText: '<b>Hi</b>' }),
    )
    expect(problem.explanation + problem.title + problem.whatToDo).not.toContain('Hi')
    expect(problem.details).toContainEqual({
      label: 'Words from the server, unchecked',
      value: '<b>Hi</b>',
    })
  })

  it('LOG-02 never shows the message of an error that is not ours', () => {
    expect(textOf(new TypeError('canary at https://ehr.example/?code=1'))).not.toContain('canary')
    expect(textOf('canary')).not.toContain('canary')
  })

  it('names every fault of the configuration', () => {
    const error = new ConfigError([
      { field: 'servers[0].iss', message: 'is required.' },
      { field: 'servers[1].id', message: 'is required.' },
    ])
    expect(toProblem(error).details).toEqual([
      { label: 'servers[0].iss', value: 'is required.' },
      { label: 'servers[1].id', value: 'is required.' },
    ])
  })

  it('PAT-01 F-R22 says that the record seems to have been merged, and to open it from the chart', () => {
    const { title, whatToDo } = toProblem(new AppError('record-merged'))
    expect(title).toMatch(/merged into another/)
    expect(whatToDo).toMatch(/open it again from the patient’s chart/)
  })

  it('PAT-02 says that data of another patient came', () => {
    expect(toProblem(new AppError('wrong-patient')).title).toBe(
      'Data for another patient was received',
    )
  })

  it.each(['expired', 'issued at'])(
    'F-S7 thinks of a wrong clock when an id_token is %s',
    (reason) => {
      const { title, whatToDo } = toProblem(new SmartError('identity-invalid', { reason }))
      expect(title).toBe('The clocks of this device and the hospital don’t agree')
      expect(whatToDo).toContain('date and time')
    },
  )

  it('IDT-01 does not blame the clock for anything else', () => {
    const { title } = toProblem(new SmartError('identity-invalid', { reason: 'nonce' }))
    expect(title).toBe('The sign-in could not be verified')
  })

  it('ERR-02 shows where the server says more as text among the details', () => {
    const errorUri = 'https://authorization.example/errors/1'
    const { details } = toProblem(new SmartError('authorization-refused', { errorUri }))
    expect(details).toContainEqual({
      label: 'More from the server, unchecked, at',
      value: errorUri,
    })
  })
})
