import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { postRequest } from './post-request.ts'

const address = new URL('https://ehr.example/oauth2/authorize?tenant=1')
const launch = `a+b/c==&x%41 ${'j'.repeat(3000)}`
const parameters = new URLSearchParams({ state: 's', launch })

beforeEach(() => {
  history.replaceState(null, '', '/launch/?iss=x&launch=y')
})
afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

describe('postRequest', () => {
  it('AUTHZ-08 LAUNCH-02 posts every parameter byte for byte, none of them in the address', () => {
    const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {})
    postRequest(address, parameters)
    expect(submit).toHaveBeenCalledTimes(1)
    const form = document.querySelector('form')
    expect(form).toHaveProperty('method', 'post')
    expect(form).toHaveProperty('action', 'https://ehr.example/oauth2/authorize?tenant=1')
    expect(form?.target).toBe('')
    expect(Object.fromEntries(new FormData(form ?? undefined))).toEqual({ state: 's', launch })
  })

  it('AUTHZ-11 takes the launch out of the address bar before it leaves', () => {
    vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {
      expect(location.search).toBe('')
    })
    postRequest(address, parameters)
    expect.assertions(1)
  })
})
