import { HelpView } from '../views/help/help-view.tsx'

/** Help, within a session. */
export function HelpPage() {
  return <HelpView />
}
