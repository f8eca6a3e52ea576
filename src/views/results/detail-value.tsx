import { t } from '../../language/t.ts'
import { componentLabel } from '../../observations/blood-pressure.ts'
import type {
  Observation,
  ObservationComponent,
  ObservationValue,
  Quantity,
} from '../../observations/observation.ts'
import { formatObservationValue, formatRange } from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { CodeList, Facts, Words, type Fact } from './detail-facts.tsx'
import { FlagWords } from '../shared/flag-words.tsx'
import { OwnComparison } from '../shared/own-comparison.tsx'
import { rangeLanguage, valueLanguage } from '../shared/value-language.ts'

type Part = Observation | ObservationComponent

/** The quantities whose unit is that of the value. */
function quantitiesOf(value: ObservationValue): readonly (Quantity | undefined)[] {
  if (value.kind === 'quantity') return [value.quantity]
  if (value.kind === 'range') return [value.low, value.high]
  if (value.kind === 'ratio') return [value.numerator, value.denominator]
  return value.kind === 'sampled' ? [value.data.origin] : []
}

function formatUnitOf({ unit, ucum }: Quantity): string {
  if (unit === undefined && ucum === undefined) return t('None given')
  if (ucum === undefined) return t('{unit}, no UCUM code', { unit: unit ?? '' })
  return unit === undefined
    ? t('no words, UCUM code {code}|a unit', { code: ucum })
    : t('{unit}, UCUM code {code}', { unit, code: ucum })
}

function valueFacts(part: Part, { language }: Observation): Fact[] {
  const { value } = part
  if (value.kind === 'panel') return []
  const words = formatObservationValue(value)
  const units = quantitiesOf(value).flatMap((one) => (one === undefined ? [] : [formatUnitOf(one)]))
  return [
    value.kind === 'absent'
      ? { label: t('No value'), says: <Words>{words}</Words> }
      : {
          label: t('Value'),
          says: <LongText text={words} lang={valueLanguage({ language }, part)} />,
        },
    ...[...new Set(units)].map((unit) => ({ label: t('Unit'), says: <Words>{unit}</Words> })),
  ]
}

function rangeFacts({ ranges }: Part, { language }: Observation): Fact[] {
  return ranges.map((range) => ({
    label: range.type === undefined ? t('Reference range') : t('Other range'),
    says: <Words lang={rangeLanguage({ language, ranges: [range] })}>{formatRange(range)}</Words>,
  }))
}

const flagFacts = ({ flags }: Part, { language }: Observation): Fact[] =>
  flags.length === 0
    ? []
    : [
        {
          label: t('Flag|of a result'),
          says: flags.map((flag, at) => <FlagWords key={at} flag={flag} language={language} />),
        },
      ]

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
          ...valueFacts(observation, observation),
          ...flagFacts(observation, observation),
          ...rangeFacts(observation, observation),
          ...(hasRange || isHidden ? [] : [{ label: t('Reference range'), says: t('None given') }]),
        ]}
      />
      {!hasFlag && !isHidden && (
        <>
          <OwnComparison observation={observation} />
          <p className="quiet">{t('No flag was given. That does not mean that it is normal.')}</p>
        </>
      )}
      {!isHidden && components.length > 0 && (
        <ul className="detail-components">
          {components.map((component, index) => (
            <li key={index}>
              <h4>
                <Theirs lang={observation.language}>{componentLabel(component)}</Theirs>
              </h4>
              <Facts
                facts={[
                  ...valueFacts(component, observation),
                  ...flagFacts(component, observation),
                  ...rangeFacts(component, observation),
                  {
                    label: t('Codes'),
                    says: <CodeList codings={component.codings} lang={observation.language} />,
                  },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
