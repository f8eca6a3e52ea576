import type { ReactNode } from 'react'
import './loading.css'

/** Says that something is on its way, in words; announced politely once. */
export function Loading({ children }: { readonly children: ReactNode }) {
  return (
    <p className="loading" role="status">
      {children}
    </p>
  )
}
