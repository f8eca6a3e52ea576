import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createHashRouter, RouterProvider } from 'react-router-dom'
import { Record } from './record.tsx'
import { Results } from './results.tsx'
import { Trend } from './trend.tsx'
import { User } from './user.tsx'

// The app that a tutorial leads to, against which ours is measured: everything is imported at once, loaded whole, and
// drawn in a plain table. It is what the project would be without any care for speed.
const router = createHashRouter([
  {
    path: '/',
    element: <Record />,
    children: [
      { index: true, element: <Results /> },
      { path: 'trend', element: <Trend /> },
      { path: 'user', element: <User /> },
    ],
  },
])

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
