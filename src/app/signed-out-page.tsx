import { useParams } from 'react-router-dom'
import { SignedOutView } from '../views/home/signed-out-view.tsx'

/** The page after signing out. */
export function SignedOutPage({ root }: { root: URL }) {
  const { launch } = useParams()
  return (
    <div className="page-frame">
      <SignedOutView launch={launch === 'ehr' ? 'ehr' : 'standalone'} homeHref={root.href} />
    </div>
  )
}
