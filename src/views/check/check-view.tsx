import { useId } from 'react'
import { t } from '../../language/t.ts'
import { summarize } from '../../smart/check/count-findings.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { CheckPart } from './check-part.ts'
import { FindingList } from './finding-list.tsx'
import './check-view.css'

/** An address that has to be registered with a server. */
export type RegisteredAddress = {
  /** Tells it from the others, whatever they are called. */
  readonly key: string
  readonly label: string
  readonly address: string
}

function Addresses({ addresses }: { readonly addresses: readonly RegisteredAddress[] }) {
  return (
    <ul className="plain-list">
      {addresses.map(({ key, label, address }) => (
        <li key={key} className="check-address">
          <p>
            <bdi>{label}</bdi>: <code>{address}</code>
          </p>
          <CopyText label={t('Copy: {label}', { label })} text={address} fieldName={label} />
        </li>
      ))}
    </ul>
  )
}

function Part({ part: { title, findings, isDone } }: { readonly part: CheckPart }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="card check-part">
      <h2 id={id}>
        <bdi>{title}</bdi>
      </h2>
      <p className="check-summary">{isDone ? summarize(findings) : t('Being checked…')}</p>
      <FindingList findings={findings} />
    </section>
  )
}

/** Starts the checks; while they run it keeps the focus, and does nothing. */
function Again({
  isDone,
  onPress,
  describedBy,
  children,
}: {
  readonly isDone: boolean
  readonly onPress: () => void
  readonly describedBy?: string
  readonly children: string
}) {
  return (
    <button
      type="button"
      className="button-small"
      aria-disabled={!isDone}
      aria-describedby={describedBy}
      onClick={isDone ? onPress : undefined}
    >
      {children}
    </button>
  )
}

/**
 * Whether this installation can work, for whoever looks after it: the app's own addresses, then what each check found,
 * which fills in as answers come. A live region says when all is done.
 */
export function CheckView({
  version,
  address,
  addresses,
  parts,
  report,
  onAgain,
  onSendRefused,
  homeHref,
}: {
  readonly version: string
  /** The app's own address. */
  readonly address: string
  readonly addresses: readonly RegisteredAddress[]
  readonly parts: readonly CheckPart[]
  /** Everything found, as plain text. */
  readonly report: string
  readonly onAgain: () => void
  /** Undefined where no server is known. */
  readonly onSendRefused: (() => void) | undefined
  readonly homeHref: string
}) {
  const id = useId()
  const refusedId = useId()
  const isDone = parts.every((part) => part.isDone)
  return (
    <main className="view check">
      <PageHeading page="check" isFocusedOnMount>
        {t('Check of this installation')}
      </PageHeading>
      <p className="prose">
        {t(
          'For IT staff. Nobody has to sign in, and nothing secret is shown. Only public documents are read: the pages of this site, and what each configured server says of itself.',
        )}
      </p>
      <div className="check-bar">
        <p role="status">
          {isDone
            ? t('Done: {summary}.', {
                summary: summarize(parts.flatMap(({ findings }) => findings)),
              })
            : t('Checking…')}
        </p>
        <Again isDone={isDone} onPress={onAgain}>
          {t('Check again')}
        </Again>
        <CopyText label={t('Copy report')} text={report} fieldName={t('Report')} />
      </div>
      {onSendRefused && (
        <div className="check-bar">
          <Again isDone={isDone} onPress={onSendRefused} describedBy={refusedId}>
            {t('Also send two requests that each server will refuse')}
          </Again>
          <p id={refusedId} className="quiet prose">
            {t(
              'A token request with an invented code for each client id, and a FHIR request with an invented token. They show whether refusals can be read from here, as a sign-in needs it. They are harmless, but a server may log and count them.',
            )}
          </p>
        </div>
      )}
      <section aria-labelledby={id} className="card">
        <h2 id={id}>{t('This app')}</h2>
        <DefinitionList
          items={[
            { label: t('Version'), text: version },
            { label: t('Address'), text: address },
          ]}
        />
        <h3>{t('To be registered, to the letter')}</h3>
        <Addresses addresses={addresses} />
      </section>
      {parts.map((part) => (
        <Part key={part.key} part={part} />
      ))}
      <p>
        <a href={homeHref}>{t('Back to the first page')}</a>
      </p>
    </main>
  )
}
