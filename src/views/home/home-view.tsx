import type { ReactNode } from 'react'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import './home-view.css'

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
        <bdi>{server.name}</bdi> is not set up yet: its client id is to be filled in config.json
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
      Sign in to <bdi>{server.name}</bdi>
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
      <PageHeading>Chartside</PageHeading>
      <p className="lead prose">
        See your health record as your own hospital holds it: who you are there, your vital signs,
        your laboratory results, and how they change over time.
      </p>
      <section className="card" aria-labelledby="home-sign-in">
        <h2 id="home-sign-in">Choose your hospital</h2>
        {servers.length === 0 ? (
          <Message kind="warning" title="No hospital is set up yet">
            Whoever runs this app adds one in config.json.
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
          {busyServer !== undefined && (
            <>
              Opening the sign-in page of <bdi>{busyServer.name}</bdi>…
            </>
          )}
        </p>
      </section>
      {withoutSignIn}
      <section className="view" aria-labelledby="home-facts">
        <h2 id="home-facts">Good to know</h2>
        <ul className="home-facts prose">
          <li>It only reads. It changes nothing in your record.</li>
          <li>
            It runs in this browser. Nothing goes anywhere but to the hospital you choose, and you
            sign in on the hospital&apos;s own page.
          </li>
          <li>
            It is not a medical device. It shows what the hospital&apos;s server gives it, and gives
            no diagnosis or advice.
          </li>
        </ul>
        <p className="prose">
          Do you work in a hospital&apos;s record system? Then open Chartside from the
          patient&apos;s chart; it starts there with that patient.
        </p>
        <p className="quiet">
          For IT staff: <a href={checkHref}>Check this installation</a>
        </p>
      </section>
    </main>
  )
}
