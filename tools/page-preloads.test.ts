import { describe, expect, it } from 'vitest'
import { discoveryAddresses } from './page-preloads.ts'

const server = { id: 'one', name: 'One', iss: 'https://one.example/fhir/', clientId: 'app' }
const other = {
  id: 'two',
  name: 'Two',
  iss: 'https://two.example/fhir',
  clientId: 'app',
  redirectUri: 'callback/two/',
}

describe('discoveryAddresses', () => {
  it('is where the only server is discovered', () => {
    expect(discoveryAddresses({ servers: [server] })).toEqual([
      'https://one.example/fhir/.well-known/smart-configuration',
    ])
  })

  it.each([
    ['several servers, of which a launch concerns one', { servers: [server, other] }],
    ['a server that is still to be set up', { servers: [{ ...server, clientId: '<to do>' }] }],
    ['a configuration with a fault', { servers: [{ ...server, iss: 'http://one.example' }] }],
    ['no server', { servers: [] }],
    ['no configuration', undefined],
  ])('ISS-03 is nowhere with %s', (_, config) => {
    expect(discoveryAddresses(config)).toEqual([])
  })
})
