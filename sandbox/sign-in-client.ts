import { keepCookies } from './smart-client.ts'
import type { Authorization } from './smart-client.ts'

/** Follows an address as a browser does, cookies and all, without following its redirect. */
export async function follow(
  { cookies, iss }: Authorization,
  url: URL | undefined,
  form?: readonly (readonly [string, string])[],
): Promise<{ response: Response; location: URL | undefined }> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(url ?? 'missing', {
    redirect: 'manual',
    headers: { Cookie: cookie },
    ...(form === undefined
      ? {}
      : { method: 'POST', body: new URLSearchParams(form.map(([name, value]) => [name, value])) }),
  })
  keepCookies(cookies, response)
  const location = response.headers.get('location')
  return { response, location: location === null ? undefined : new URL(location, iss) }
}

/** The values of a page's inputs of one name, in order. */
export function valuesIn(page: string, name: string): string[] {
  return [...page.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`name="${name}"`))
    .map((tag) => /value="([^"]*)"/.exec(tag)?.[1] ?? '')
}

/** Sends the sign-in form, and goes on to what comes back to the app. */
export async function submit(
  authorization: Authorization,
  form: readonly (readonly [string, string])[],
): Promise<Authorization> {
  const posted = await follow(authorization, authorization.location, form)
  if (posted.response.status !== 303)
    throw new Error(`the form was answered ${posted.response.status}`)
  const { location, response } = await follow(authorization, posted.location)
  return { ...authorization, location, response }
}

/** The form fields that tick everything a sign-in page offers. */
export function allowAll(page: string): (readonly [string, string])[] {
  return valuesIn(page, 'allow').map((value) => ['allow', value] as const)
}
