/**
 * Leaves the page by posting a form to an address, in the same frame (AUTHZ-08, AUTHZ-11). A query that the address has
 * of its own stays there (RFC 6749 §3.1). The launch leaves the address bar first, since Back would run it a second
 * time.
 */
export function postRequest(address: URL, parameters: URLSearchParams): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = address.href
  form.hidden = true
  for (const [name, value] of parameters) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  history.replaceState(null, '', location.pathname)
  form.submit()
}
