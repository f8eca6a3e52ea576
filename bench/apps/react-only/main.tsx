import { createRoot } from 'react-dom/client'

// What React itself costs to load: a heading, and nothing else.
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
createRoot(root).render(<h1>Patient</h1>)
