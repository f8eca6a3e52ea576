/**
 * Leaves the page by posting the parameters of an address as a form, in the same frame (AUTHZ-08, AUTHZ-11). The
 * launch leaves the address bar first, since Back would run it a second time.
 */
export function postRequest(address: URL): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = address.origin + address.pathname
  form.hidden = true
  for (const [name, value] of address.searchParams) {
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
