import { describe, expect, it } from 'vitest'
import { appRoot, exampleServer } from '../test-server.ts'
import { checkFhir } from './check-fhir.ts'
import { UnansweredError, type UnansweredReason } from './explain-failure.ts'
import { about } from './test-check.ts'

const failWith = async (error: Error) =>
  about([await checkFhir(exampleServer.iss, appRoot, () => Promise.reject(error))], 'fhir')[0]

describe('checkFhir', () => {
  it.each<[UnansweredReason, RegExp]>([
    ['preflight', /^fault: Said\. No record can be read\. .*OPTIONS/],
    ['cors', /^advice: Said\. .*only the refusal.*like a lost network.*refusals \(401\)/],
    ['policy', /^fault: Said\. .*npm run headers.*not to blame/],
    ['network', /^fault: Said\. No record/],
    ['redirect', /^fault: Said\. Most likely/],
  ])('says what it means where %s is known to be the reason', async (reason, words) => {
    expect(await failWith(new UnansweredError(reason, 'Said.'))).toMatch(words)
  })

  it('says what is most likely where a browser keeps the reason to itself', async () => {
    expect(await failWith(new TypeError('Failed to fetch'))).toMatch(
      /^fault: .*Content-Security-Policy.*doesn’t say which\. Most likely no record.*or only refusals/,
    )
  })
})
