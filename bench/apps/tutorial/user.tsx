import { createRemoteJWKSet, jwtVerify } from 'jose'
import { useEffect, useState } from 'react'
import { useRecord } from './record.tsx'

/** Who has signed in, by an id_token whose signature has been verified when the page is opened. */
export function User() {
  const { client } = useRecord()
  const [user, setUser] = useState('')

  useEffect(() => {
    const { tokenResponse, serverUrl } = client?.state ?? {}
    const idToken = tokenResponse?.id_token
    if (!idToken || !serverUrl) return
    verify(idToken, serverUrl).then(setUser, (error: unknown) => setUser(String(error)))
  }, [client])

  return <p>{user || 'Nobody has signed in.'}</p>
}

async function verify(idToken: string, serverUrl: string): Promise<string> {
  const answer = await fetch(`${serverUrl}/.well-known/smart-configuration`)
  const { jwks_uri } = (await answer.json()) as { jwks_uri: string }
  const { payload } = await jwtVerify(idToken, createRemoteJWKSet(new URL(jwks_uri)))
  const { fhirUser } = payload
  return typeof fhirUser === 'string' ? fhirUser : (payload.sub ?? '')
}
