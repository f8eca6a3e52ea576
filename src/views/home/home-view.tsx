import type { ReactNode } from 'react'
import { t } from '../../language/t.ts'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { tx } from '../../ui/tx.tsx'
import './home-view.css'

/** The mark of the app, as on the tab; the name stands beside it. */
function AppMark() {
  return (
    <svg className="home-mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path d="M5 18h5l3-8 5 14 3-6h6" />
    </svg>
  )
}

/** A hospital's server as the home page lists it; not ready means its client id isn't filled in. */
type HomeServer = { readonly id: string; readonly name: string; readonly isReady: boolean }

function ServerChoice({
  server,
  onSignIn,
  busyServerId,
}: {
  readonly server: HomeServer
  readonly onSignIn: (id: string) => void
  readonly busyServerId: string | undefined
}) {
  if (!server.isReady) {
    return (
      <Message kind="note">
        {tx('{hospital} is not set up yet: its client id is to be filled in config.json', {
          hospital: <bdi lang="">{server.name}</bdi>,
        })}
      </Message>
    )
  }
  return (
    <button
      type="button"
      className="button-primary"
      disabled={busyServerId !== undefined}
      onClick={() => onSignIn(server.id)}
    >
      {tx('Sign in to {hospital}', { hospital: <bdi lang="">{server.name}</bdi> })}
    </button>
  )
}

/**
 * The first page: what the app is, and one way in per configured server (LAUNCH-07). `busyServerId` is the server that
 * a sign-in is being prepared for; meanwhile no second one can start. `search`, where there is one, stands in place of the
 * list. `checkHref` leads to the check for IT staff.
 */
export function HomeView({
  servers,
  onSignIn,
  busyServerId,
  checkHref,
  search,
  withoutSignIn,
}: {
  readonly servers: readonly HomeServer[]
  readonly onSignIn: (id: string) => void
  readonly busyServerId: string | undefined
  readonly checkHref: string
  readonly search?: ReactNode
  /** Ways in that need no sign-in, where they are offered. */
  readonly withoutSignIn?: ReactNode
}) {
  const busyServer = servers.find(({ id }) => id === busyServerId)
  return (
    <main className="view home">
      <PageHeading page="home">
        <AppMark />
        Chartside
      </PageHeading>
      <p className="lead prose">
        {t(
          'See your health record as your own hospital holds it: who you are there, your vital signs, your laboratory results, and how they change over time.',
        )}
      </p>
      <section className="card" aria-labelledby="home-sign-in">
        <h2 id="home-sign-in">{t('Choose your hospital')}</h2>
        {servers.length === 0 ? (
          <Message kind="warning" title={t('No hospital is set up yet')}>
            {t('Whoever runs this app adds one in config.json.')}
          </Message>
        ) : (
          (search ?? (
            <ul className="home-servers">
              {servers.map((server) => (
                <li key={server.id}>
                  <ServerChoice server={server} onSignIn={onSignIn} busyServerId={busyServerId} />
                </li>
              ))}
            </ul>
          ))
        )}
        <p role="status" className="quiet">
          {busyServer !== undefined &&
            tx('Opening the sign-in page of {hospital}…', {
              hospital: <bdi lang="">{busyServer.name}</bdi>,
            })}
        </p>
      </section>
      {withoutSignIn}
      <section className="view" aria-labelledby="home-facts">
        <h2 id="home-facts">{t('Good to know')}</h2>
        <ul className="home-facts prose">
          <li>{t('It only reads. It changes nothing in your record.')}</li>
          <li>
            {t(
              "It runs in this browser. Nothing goes anywhere but to the hospital you choose, and you sign in on the hospital's own page.",
            )}
          </li>
          <li>
            {t(
              "It is not a medical device. It shows what the hospital's server gives it, and gives no diagnosis or advice.",
            )}
          </li>
        </ul>
        <p className="prose">
          {t(
            "Do you work in a hospital's record system? Then open Chartside from the patient's chart; it starts there with that patient.",
          )}
        </p>
        <p className="quiet">
          {tx('For IT staff: {link}', {
            link: <a href={checkHref}>{t('Check this installation')}</a>,
          })}
        </p>
      </section>
    </main>
  )
}
