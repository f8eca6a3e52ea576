import { componentLabel } from '../../observations/blood-pressure.ts'
import type {
  Observation,
  ObservationComponent,
  ObservationValue,
  Quantity,
} from '../../observations/observation.ts'
import { formatObservationValue, formatRange } from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { CodeList, Facts, Words, type Fact } from './detail-facts.tsx'
import { FlagWords } from '../shared/flag-words.tsx'
import { OwnComparison } from '../shared/own-comparison.tsx'

type Part = Observation | ObservationComponent

/** The quantities whose unit is that of the value. */
function quantitiesOf(value: ObservationValue): readonly (Quantity | undefined)[] {
  if (value.kind === 'quantity') return [value.quantity]
  if (value.kind === 'range') return [value.low, value.high]
  if (value.kind === 'ratio') return [value.numerator, value.denominator]
  return value.kind === 'sampled' ? [value.data.origin] : []
}

function formatUnitOf({ unit, ucum }: Quantity): string {
  if (unit === undefined && ucum === undefined) return 'None given'
  return `${unit ?? 'no words'}, ${ucum === undefined ? 'no UCUM code' : `UCUM code ${ucum}`}`
}

function valueFacts({ value }: Part): Fact[] {
  if (value.kind === 'panel') return []
  const words = formatObservationValue(value)
  const units = quantitiesOf(value).flatMap((one) => (one === undefined ? [] : [formatUnitOf(one)]))
  return [
    value.kind === 'absent'
      ? { label: 'No value', says: <Words>{words}</Words> }
      : { label: 'Value', says: <LongText text={words} /> },
    ...[...new Set(units)].map((unit) => ({ label: 'Unit', says: <Words>{unit}</Words> })),
  ]
}

function rangeFacts({ ranges }: Part): Fact[] {
  return ranges.map((range) => ({
    label: range.type === undefined ? 'Reference range' : 'Other range',
    says: <Words>{formatRange(range)}</Words>,
  }))
}

const flagFacts = ({ flags }: Part): Fact[] =>
  flags.length === 0
    ? []
    : [{ label: 'Flag', says: flags.map((flag, at) => <FlagWords key={at} flag={flag} />) }]

/**
 * What a result says, all of it: value, unit with its UCUM code, flags, and all ranges with for whom they hold; of its
 * components each for itself (D4, D5, D7). That nothing was said is said too, as it doesn't mean normal.
 */
export function DetailValue({ observation }: { readonly observation: Observation }) {
  const { components, value } = observation
  const isHidden = value.kind === 'cancelled' || value.kind === 'not-interpretable'
  const parts = isHidden ? [observation] : [observation, ...components]
  const hasFlag = parts.some(({ flags }) => flags.length > 0)
  const hasRange = parts.some(({ ranges }) => ranges.length > 0)
  return (
    <>
      <Facts
        facts={[
          ...valueFacts(observation),
          ...flagFacts(observation),
          ...rangeFacts(observation),
          ...(hasRange || isHidden ? [] : [{ label: 'Reference range', says: 'None given' }]),
        ]}
      />
      {!hasFlag && !isHidden && (
        <>
          <OwnComparison observation={observation} />
          <p className="quiet">No flag was given. That does not mean that it is normal.</p>
        </>
      )}
      {!isHidden && components.length > 0 && (
        <ul className="detail-components">
          {components.map((component, index) => (
            <li key={index}>
              <h4>
                <bdi>{componentLabel(component)}</bdi>
              </h4>
              <Facts
                facts={[
                  ...valueFacts(component),
                  ...flagFacts(component),
                  ...rangeFacts(component),
                  { label: 'Codes', says: <CodeList codings={component.codings} /> },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
