import { useEffect, useState } from 'react'
import type { ExportFacts } from '../../../observations/export/export-facts.ts'
import { t, tn } from '../../../language/t.ts'
import { CopyText } from '../../../ui/copy-text.tsx'
import { formatMoment } from '../../../ui/format-moment.ts'
import type { TakeAwayDesk, Taken } from './desk.ts'
import { PrintList } from './print-list.tsx'
import { TakeAwayProgress } from './take-away-progress.tsx'
import { useTakeAway } from './use-take-away.ts'

/** The facts as they are when the panel opens, or when something else is shown. */
function useFacts(desk: TakeAwayDesk, { words }: Taken): ExportFacts | undefined {
  const [facts, setFacts] = useState<ExportFacts>()
  useEffect(() => {
    let isWanted = true
    desk.facts(words).then(
      (found) => isWanted && setFacts(found),
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [desk, words])
  return facts
}

/** What is said of completeness before anything is taken. */
function completenessOf({ isComplete, completeness }: ExportFacts): string {
  const [summary = ''] = completeness
  switch (isComplete) {
    case 'yes':
      return summary
    case 'no':
      return t('{summary}. Not everything was loaded; what is missing is said in it.', { summary })
    case 'not certain':
      return t('{summary}. It may be incomplete; why is said in it.', { summary })
  }
}

/** A result as a text of its own: what it says, where it is from, of when, and what may be missing. */
function toText(sentence: string, { serverName, asOf, completeness }: ExportFacts): string {
  const server = serverName
  return [
    sentence,
    asOf === undefined
      ? t('From {server}.', { server })
      : t('From {server}, as of {moment}.', { server, moment: formatMoment(asOf) }),
    ...completeness.slice(0, 1),
  ].join('\n')
}

/** The ways to take away what is on the screen, and what comes of them. */
export function TakeAwayPanel({
  desk,
  taken,
  sentence,
  onHold,
}: {
  readonly desk: TakeAwayDesk
  readonly taken: Taken
  readonly sentence?: string | undefined
  /** Hears whether something goes on, or waits for an answer, that must not be lost by a press elsewhere. */
  readonly onHold: (isHeld: boolean) => void
}) {
  const { work, count, ...act } = useTakeAway(desk, taken)
  const facts = useFacts(desk, taken)
  const isBusy = work.kind === 'reading' || work.kind === 'printing'
  const isHeld = isBusy || work.kind === 'warning'
  useEffect(() => {
    onHold(isHeld)
    return () => onHold(false)
  }, [isHeld, onHold])
  // Not disabled: the focus would be lost.
  const unlessBusy = (begin: () => void) => () => {
    if (!isBusy) begin()
  }
  return (
    <>
      <p>
        {[
          taken.from === 'overview'
            ? tn(count, '{n} result', '{n} results')
            : tn(count, '{n} result, as shown here', '{n} results, as shown here'),
          ...taken.words,
        ].join(' · ')}
      </p>
      {facts !== undefined && <p className="quiet">{completenessOf(facts)}</p>}
      <div className="take-away-ways">
        <button type="button" aria-disabled={isBusy} onClick={unlessBusy(act.saveCsv)}>
          {t('Spreadsheet (CSV)')}
        </button>
        <button type="button" aria-disabled={isBusy} onClick={unlessBusy(act.askForBundle)}>
          {t('FHIR Bundle (JSON)')}
        </button>
        <button type="button" aria-disabled={isBusy} onClick={unlessBusy(() => act.toPaper())}>
          {t('Print or save as PDF')}
        </button>
        {sentence !== undefined && facts !== undefined && (
          <CopyText
            text={toText(sentence, facts)}
            label={t('Copy this result')}
            fieldName={t('This result')}
          />
        )}
      </div>
      <TakeAwayProgress
        work={work}
        count={count}
        plan={desk.planBundle(count)}
        isLocal={desk.isLocal}
        {...act}
      />
      <p className="quiet">
        {t('A file or a print is health information: whoever has it can read it.')}
      </p>
      {work.kind === 'printing' && <span className="take-away-printing" hidden />}
      {work.kind === 'printing' && taken.print === 'list' && (
        <PrintList observations={taken.observations()} facts={work.facts} />
      )}
    </>
  )
}
