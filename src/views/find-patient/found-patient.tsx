import { formatAge, formatBirthDate } from '../../patient/age.ts'
import type { Patient } from '../../patient/patient.ts'

/** One of the patients found: what tells people apart, what to know first, and the way into the record. */
export function FoundPatient({
  patient,
  today,
  onChoose,
}: {
  readonly patient: Patient
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
  const cautions = [...(deceased.kind === 'yes' ? ['Deceased'] : []), ...warnings]
  return (
    <li className="card found-patient">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <dl>
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
      <button type="button" className="button-primary" onClick={() => onChoose(id)}>
        Open the record of <bdi>{name}</bdi>
      </button>
    </li>
  )
}
