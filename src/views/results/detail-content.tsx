import { useContext, useMemo } from 'react'
import type { Observation } from '../../observations/observation.ts'
import { personOf } from '../../observations/person.ts'
import { compareWithRange } from '../../observations/range-comparison.ts'
import { formatResultSentence } from '../../observations/sentences.ts'
import { OfPerson } from '../shared/own-comparison.tsx'
import { TakeAway } from '../shared/take-away/take-away.tsx'
import { DetailBody, type DetailNeeds } from './detail-body.tsx'
import { Loaded } from './panel-value.tsx'
import { useTakenResult } from './take-results.ts'

/** The result in one sentence, with what can be known of it beside the rest. */
function useSentence(observation: Observation): string {
  const { sex, birthDate } = useContext(OfPerson) ?? {}
  const loadedIds = useContext(Loaded)?.received
  return useMemo(() => {
    const person = personOf(sex, birthDate, observation.effective)
    const comparison = compareWithRange(observation, observation, person)
    return formatResultSentence(observation, { loadedIds, comparison })
  }, [observation, loadedIds, sex, birthDate])
}

/** Said when another result is shown, as the focus stays where it is. */
export function Sentence({ observation }: { readonly observation: Observation }) {
  return <bdi className="as-written">{useSentence(observation)}</bdi>
}

/** All that is said of a result below its sentence, and the way to take it away. */
export function DetailContent({
  observation,
  ...needs
}: DetailNeeds & { readonly observation: Observation }) {
  const taken = useTakenResult(observation)
  return (
    <>
      <TakeAway taken={taken} sentence={useSentence(observation)} />
      <DetailBody observation={observation} {...needs} />
    </>
  )
}
