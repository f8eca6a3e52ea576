import { t } from '../../language/t.ts'
import { Message } from '../../ui/message.tsx'

/**
 * What is to be known of how this session came to its patient, on every page of it: that nobody but whoever signed in
 * chose the patient (TOK-08), or that the related person who signed in is on record for somebody else (IDT-11).
 */
export function SessionCautions({
  isChosen,
  isOfAnother,
}: {
  readonly isChosen: boolean
  readonly isOfAnother: boolean
}) {
  return (
    <>
      {isChosen && (
        <Message kind="warning" title={t('Chosen by you, not by the chart')}>
          {t('Make sure that this is the patient you mean before you rely on anything below.')}
        </Message>
      )}
      {isOfAnother && (
        <Message kind="warning" title={t('This related person’s record names another patient')}>
          {t(
            'The hospital’s record of who is signed in is about somebody else than the patient shown here. Make sure whose record this is, and tell the hospital.',
          )}
        </Message>
      )}
    </>
  )
}
