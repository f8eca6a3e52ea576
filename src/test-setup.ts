import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Files follow one another in one document: each begins as if it were the first.
history.replaceState(null, '', '/')
document.body.replaceChildren()
sessionStorage.clear()
localStorage.clear()

// How long something takes to appear is the machine's affair, which is slow while others work on it too.
configure({ asyncUtilTimeout: 15_000 })

afterEach(cleanup)
