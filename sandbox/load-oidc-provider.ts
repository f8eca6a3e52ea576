type OidcProvider = typeof import('oidc-provider')

let loading: Promise<OidcProvider> | undefined

/**
 * Loads oidc-provider, once a process and only when an EHR starts: a build or a unit test never pays for it.
 *
 * Version 9 is written for Node 22. On Node 20 it lacks one function, `URL.parse` (early 20.x), which is supplied
 * here, and it prints "Unsupported runtime" at import. That one line is left out: the conformance tests beside this
 * file run the server on the Node this project asks for, which says more than the warning does.
 */
export function loadOidcProvider(): Promise<OidcProvider> {
  loading ??= load()
  return loading
}

async function load(): Promise<OidcProvider> {
  if (typeof URL.parse !== 'function') {
    URL.parse = (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null)
  }
  /* oxlint-disable no-console -- the library warns through console; any other warning of it must still be seen */
  const { warn } = console
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('Unsupported runtime')) warn(...words)
  }
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
  /* oxlint-enable no-console */
}
