import { t } from '../language/t.ts'
import { NavLink } from 'react-router-dom'
import { flowsheetPath, helpPath, overviewPath, patientPath, resultsPath } from './paths.ts'

/** The ways to all views of a session. */
export function RecordNav({ session }: { readonly session: string }) {
  return (
    <nav aria-label={t('Record|noun')}>
      <NavLink to={overviewPath(session)}>{t('Overview')}</NavLink>
      <NavLink to={resultsPath(session)}>{t('Results')}</NavLink>
      <NavLink to={flowsheetPath(session)}>{t('Flowsheet')}</NavLink>
      <NavLink to={patientPath(session)}>{t('Patient')}</NavLink>
      <NavLink to={helpPath(session)}>{t('Help')}</NavLink>
    </nav>
  )
}
