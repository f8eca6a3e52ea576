import { afterEach, describe, expect, it } from 'vitest'
import { readPage } from './page.ts'

function openAt(path: string, page?: string, root?: string): void {
  history.replaceState(null, '', path)
  const { dataset } = document.documentElement
  if (page) dataset['page'] = page
  if (root) dataset['root'] = root
}

afterEach(() => {
  for (const name of ['page', 'root']) delete document.documentElement.dataset[name]
})

describe('readPage', () => {
  it('finds the root of the app from a page below it', () => {
    openAt('/some/app/callback/epic/?code=c', 'callback', '../../')
    expect(readPage()).toMatchObject({
      kind: 'callback',
      root: new URL('/some/app/', location.origin),
      address: `${location.origin}/some/app/callback/epic/`,
      search: '?code=c',
    })
  })

  it('CB-05 takes code and state out of the address before anything else', () => {
    openAt('/callback/?code=c&state=s#x', 'callback', '../')
    readPage()
    expect(location.href).toBe(`${location.origin}/callback/`)
  })

  it('leaves the address of a launch alone, which the person may need to reload', () => {
    openAt('/launch/?iss=i&launch=l', 'launch', '../')
    expect(readPage()).toMatchObject({ kind: 'launch', search: '?iss=i&launch=l' })
    expect(location.search).toBe('?iss=i&launch=l')
  })

  it('is the app when nothing else is said', () => {
    openAt('/')
    expect(readPage()).toMatchObject({ kind: 'app', root: new URL('/', location.origin) })
  })
})
