import { formatList } from '../../language/format-list.ts'
import { t } from '../../language/t.ts'
import type { LocalSource } from '../../local-record/local-source.ts'
import { Message } from '../../ui/message.tsx'
import { tx } from '../../ui/tx.tsx'
import { formatFault, formatMissing, formatOthers } from './file-words.ts'
import './local.css'

/** Says on every page of a record that no server gave where it comes from, and what of the files isn't shown. */
export function LocalNotice({ source }: { readonly source: LocalSource }) {
  return (
    <section aria-label={t('Where this record comes from')} className="local-notice">
      {source.kind === 'sample' ? <SampleNotice /> : <FilesNotice source={source} />}
    </section>
  )
}

function SampleNotice() {
  return (
    <Message kind="warning" title={t('Sample data: not a real person')}>
      {t('Everything in this record is made up, to look around with. No hospital gave it.')}
    </Message>
  )
}

function FilesNotice({ source }: { readonly source: LocalSource & { readonly kind: 'files' } }) {
  const { names, hasPatient, leftOut } = source
  const missing = formatMissing(leftOut)
  const others = formatOthers(leftOut)
  const { faults } = leftOut
  const files = <bdi lang="">{formatList(names)}</bdi>
  return (
    <>
      <Message kind="note">
        <p className="message-title">
          {names.length === 1
            ? tx('From a file on this device: {name}', { name: files })
            : tx('From files on this device: {names}', { names: files })}
        </p>
        <p>
          {t(
            'Nobody has checked where it came from, or whether it is whole. Nothing of it is sent anywhere, and it is forgotten when it is closed.',
          )}
        </p>
        {others.length > 0 && (
          <details>
            <summary>{t('What else is in it, and not shown')}</summary>
            <Lines lines={others} />
          </details>
        )}
      </Message>
      {!hasPatient && (
        <Message kind="warning" title={t('The file does not say who the patient is')}>
          {t(
            'It holds results that all name one patient, but no Patient to tell the name and the birth date by.',
          )}
        </Message>
      )}
      {missing.length + faults.length > 0 && (
        <Message kind="warning" title={t('Results may be missing here')}>
          <Lines lines={missing} />
          {faults.length > 0 && (
            <ul className="plain-list">
              {faults.map(({ name, fault }) => (
                <li key={name}>
                  {tx('{name}: {problem}', {
                    name: <bdi lang="">{name}</bdi>,
                    problem: formatFault(fault),
                  })}
                </li>
              ))}
            </ul>
          )}
        </Message>
      )}
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
