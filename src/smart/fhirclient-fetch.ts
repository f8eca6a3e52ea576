/**
 * The `fetch` that fhirclient gets: the build puts this file in place of its dependency `cross-fetch`.
 *
 * fhirclient makes two requests for us. Discovery is answered from what `discover` has read and checked already,
 * handed over in the request's options, so that it neither repeats the request nor falls back to `/metadata` on
 * any failure (DISC-07). The token request goes out through `requestToken`, which fhirclient's own would follow
 * to any address, unchecked (TOK-02).
 */
export async function fetch(
  url: string,
  options: RequestInit & Partial<Discovered>,
): Promise<Response> {
  if (options.discovered) return Response.json(options.discovered)
  // The launch page has no use for it; the callback page has asked for it already (tools/page-preloads.ts).
  const { requestToken } = await import('./token-endpoint.ts')
  return Response.json(await requestToken(url, options.body))
}

/** Request options by which `beginSignIn` hands the server's checked metadata over to fhirclient. */
export type Discovered = {
  readonly discovered: {
    readonly authorization_endpoint: string
    readonly token_endpoint: string
    readonly code_challenge_methods_supported: readonly string[]
  }
}
