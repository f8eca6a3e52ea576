import { useEffect } from 'react'
import { useParams } from 'react-router-dom'
import { SignedOutView } from '../views/home/signed-out-view.tsx'
import { forgetRecent } from './forget-recent.ts'
import { PageTools } from './page-tools.tsx'

/** The page after signing out; of which hospital it was, the tab knows nothing more either (END-01). */
export function SignedOutPage({ root }: { root: URL }) {
  const { launch } = useParams()
  useEffect(forgetRecent, [])
  return (
    <div className="page-frame">
      <PageTools root={root} />
      <SignedOutView launch={launch === 'ehr' ? 'ehr' : 'standalone'} homeHref={root.href} />
    </div>
  )
}
