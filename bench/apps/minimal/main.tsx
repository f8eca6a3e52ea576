import { createRoot } from 'react-dom/client'
import { HashRouter, Route, Routes } from 'react-router-dom'
import { Record } from './record.tsx'
import { signIn } from './sign-in.ts'

// The smallest app of our stack, for its size alone: what ours weighs is a multiple of it.
const signedIn = await signIn()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
if (signedIn)
  createRoot(root).render(
    <HashRouter>
      <Routes>
        <Route path="/" element={<Record {...signedIn} />} />
      </Routes>
    </HashRouter>,
  )
