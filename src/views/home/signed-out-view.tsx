import { t } from '../../language/t.ts'
import { PageHeading } from '../../ui/page-heading.tsx'

/**
 * Says after signing out what that did and what it didn't: the portal's or EHR's own session stays open, and no app can
 * end it (END-03).
 */
export function SignedOutView({
  launch,
  homeHref,
}: {
  readonly launch: 'ehr' | 'standalone'
  readonly homeHref: string
}) {
  return (
    <main className="view problem">
      <PageHeading page="signedOut" isFocusedOnMount>
        {t('You are signed out of Chartside')}
      </PageHeading>
      <p className="lead">
        {t('Nothing of the record is kept here, and this app can see nothing of it any more.')}
      </p>
      <section className="card" aria-labelledby="signed-out-elsewhere">
        <h2 id="signed-out-elsewhere">
          {launch === 'ehr'
            ? t('The EHR stays signed in')
            : t('You may still be signed in elsewhere')}
        </h2>
        <p>
          {launch === 'ehr'
            ? t(
                'You can close this page. To see a record again, open the app from the patient’s chart.',
              )
            : t(
                'The portal where you signed in, such as MyChart, may still be open in this browser. On a computer that others use, sign out there too.',
              )}
        </p>
      </section>
      <p>
        <a href={homeHref}>{t('Back to the first page')}</a>
      </p>
    </main>
  )
}
