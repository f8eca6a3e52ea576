import { useId } from 'react'
import { formatAge, formatBirthDate } from '../../patient/age.ts'
import type { Patient } from '../../patient/patient.ts'

/** Whether two patients might be taken for each other: one name, or one official name, and the same birth date. */
export function isLike(one: Patient, other: Patient): boolean {
  const names = new Set(namesOf(one))
  return (
    one.birthDate?.text === other.birthDate?.text && namesOf(other).some((name) => names.has(name))
  )
}

function namesOf({ name, otherNames }: Patient): string[] {
  const official = otherNames.filter(({ label }) => label === 'Official name')
  return [name, ...official.map(({ text }) => text)].map((text) => text.toLowerCase())
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
  const { id, name, otherNames, administrativeGender, identifiers, deceased, warnings } = patient
  const age = formatAge(patient, today)
  const official = otherNames.filter(({ label }) => label === 'Official name')
  const facts = [
    ...official,
    { label: 'Born', text: `${formatBirthDate(patient)}${age === undefined ? '' : ` (${age})`}` },
    { label: 'Administrative gender', text: administrativeGender ?? 'not given' },
    ...identifiers,
  ]
  const cautions = [
    ...(isLikeAnother
      ? ['Another patient found has the same name and birth date: compare the record numbers']
      : []),
    ...(deceased.kind === 'yes' ? ['Deceased'] : []),
    ...warnings,
  ]
  const about = useId()
  return (
    <li className="card found-patient">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <dl id={about}>
        {facts.map(({ label, text }, index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd>
              <bdi>{text}</bdi>
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
        Open the record of <bdi>{name}</bdi>
      </button>
    </li>
  )
}
