import { useId } from 'react'
import { t } from '../../language/t.ts'
import { formatAge, formatBirthDate } from '../../patient/age.ts'
import type { Patient } from '../../patient/patient.ts'
import { officialNames } from '../../patient/tell-apart.ts'
import { tx } from '../../ui/tx.tsx'

/** Whether two patients might be taken for each other: one name, or one official name, and the same birth date. */
export function isLike(one: Patient, other: Patient): boolean {
  const names = new Set(namesOf(one))
  return (
    one.birthDate?.text === other.birthDate?.text && namesOf(other).some((name) => names.has(name))
  )
}

function namesOf(patient: Patient): string[] {
  return [patient.name, ...officialNames(patient).map(({ text }) => text)].map((text) =>
    text.toLowerCase(),
  )
}

/** One of the patients found: what tells people apart, what to know first, and the way into the record. */
export function FoundPatient({
  patient,
  isLikeAnother,
  today,
  onChoose,
}: {
  readonly patient: Patient
  /** Whether another one found has the same name and birth date. */
  readonly isLikeAnother: boolean
  readonly today: Date
  readonly onChoose: (patientId: string) => void
}) {
  const { id, name, language, administrativeGender, identifiers, deceased, warnings } = patient
  const age = formatAge(patient, today)
  const lang = language ?? ''
  const born = formatBirthDate(patient)
  const facts = [
    ...officialNames(patient).map((one) => ({ ...one, lang })),
    { label: t('Born'), text: age === undefined ? born : `${born} (${age})`, lang: undefined },
    {
      label: t('Administrative gender'),
      text: administrativeGender ?? t('not given'),
      lang: undefined,
    },
    ...identifiers.map((one) => ({ ...one, lang })),
  ]
  const cautions = [
    ...(isLikeAnother
      ? [t('Another patient found has the same name and birth date: compare the record numbers')]
      : []),
    ...(deceased.kind === 'yes' ? [t('Deceased')] : []),
    ...warnings,
  ]
  const about = useId()
  return (
    <li className="card found-patient">
      <h3>
        <bdi lang={lang}>{name}</bdi>
      </h3>
      <dl id={about}>
        {facts.map(({ label, text, lang: textLang }, index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd>
              <bdi lang={textLang}>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {cautions.map((caution) => (
        <p key={caution} className="found-patient-caution">
          {caution}
        </p>
      ))}
      <button
        type="button"
        className="button-primary"
        // Two may have one name.
        aria-describedby={about}
        onClick={() => onChoose(id)}
      >
        {tx('Open the record of {name}', { name: <bdi lang={lang}>{name}</bdi> })}
      </button>
    </li>
  )
}
