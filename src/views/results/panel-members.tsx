import type { ReactNode } from 'react'
import { t } from '../../language/t.ts'
import { isQualifier } from '../../observations/details.ts'
import type { Observation } from '../../observations/observation.ts'
import {
  asResult,
  idOf,
  panelMembers,
  partsOf,
  withoutParts,
  type LoadedIds,
  type PanelMember,
} from '../../observations/panel.ts'
import type { ResultsById } from '../../observations/results-by-id.ts'
import {
  formatEffective,
  formatRanges,
  formatStatus,
  formatValue,
} from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { tx } from '../../ui/tx.tsx'
import { TestName } from '../shared/test-name.tsx'
import { FlagCell, FlagList } from '../shared/flag-cell.tsx'
import { rangeLanguage, valueLanguage } from '../shared/value-language.ts'
import './panel-members.css'

type Loaded = {
  readonly byId: ResultsById
  /** The ids of what was entered in error (D3). */
  readonly inError?: LoadedIds | undefined
  /** Whether more may come: what is missing is then only not there yet. */
  readonly isLoading?: boolean | undefined
}

/** What can't be said by the columns: about whom, what qualifies it, and when, where that is another time. */
function Beside({ observation, panel }: { observation: Observation; panel: Observation }) {
  const { focus, details = [], language } = observation
  const when = formatEffective(observation.effective)
  return (
    <>
      {focus !== undefined && focus !== panel.focus && (
        <p className="result-caution">
          {tx('About: {focus}', { focus: <Theirs lang={language}>{focus}</Theirs> })}
        </p>
      )}
      {details.filter(isQualifier).map(({ label, text }) => (
        <p key={label} className="quiet">
          {label}: <Theirs lang={language}>{text}</Theirs>
        </p>
      ))}
      {when !== formatEffective(panel.effective) && <p className="quiet">{when}</p>}
    </>
  )
}

type ItemProps = {
  readonly observation: Observation
  readonly value: string
  readonly flags: ReactNode
  readonly beside?: ReactNode
  readonly children?: ReactNode
}

function Item({ observation, value, flags, beside, children }: ItemProps) {
  const ranges = formatRanges({ ...observation, components: [] })
  const { name, codings, status, language } = observation
  return (
    <li className="panel-member">
      <div className="panel-member-name">
        <TestName name={name} codings={codings} language={language} />
        {beside}
      </div>
      <div className="result-value">
        <LongText text={value} lang={valueLanguage(observation, observation)} />
      </div>
      <div>{flags}</div>
      <div className="quiet">
        {ranges !== '' &&
          tx('Range {range}', { range: <bdi lang={rangeLanguage(observation)}>{ranges}</bdi> })}
      </div>
      <div className={status === 'final' ? 'quiet' : 'result-status'}>{formatStatus(status)}</div>
      {children}
    </li>
  )
}

/** The components that stand for themselves. The app compares one with its range only where nothing was flagged (D7). */
function Parts({ observation }: { readonly observation: Observation }) {
  const isFlagged = [observation, ...observation.components].some(({ flags }) => flags.length > 0)
  return partsOf(observation).map((part, index) => {
    const one = asResult(observation, part)
    const flags = isFlagged ? (
      <FlagList flags={part.flags} language={observation.language} />
    ) : (
      <FlagCell observation={one} />
    )
    return <Item key={index} observation={one} value={formatValue(one)} flags={flags} />
  })
}

function Missing({
  member: { reference, name },
  inError,
  isLoading,
}: Pick<Loaded, 'inError' | 'isLoading'> & {
  readonly member: Extract<PanelMember, { kind: 'missing' }>
}) {
  const isInError = inError?.has(idOf(reference)) === true
  const why = isLoading === true ? t('Not received so far') : t('Not included in the response')
  return (
    <li className="panel-member panel-member-missing">
      <div className="panel-member-name">
        <Theirs>{name ?? reference}</Theirs>
      </div>
      <div className="panel-member-words">
        {isInError ? t('Left out: marked by the hospital as entered in error') : why}
      </div>
    </li>
  )
}

function Member({
  member,
  panel,
  ...loaded
}: Loaded & { readonly member: PanelMember; readonly panel: Observation }) {
  if (member.kind === 'missing') return <Missing member={member} {...loaded} />
  const { observation } = member
  const members = member.kind === 'result' ? member.members : []
  const hasOwn = members.length > 0 || partsOf(observation).length > 0
  const { byId, inError, isLoading } = loaded
  const received = { has: (id: string) => byId.has(id) || inError?.has(id) === true }
  return (
    <Item
      observation={observation}
      value={formatValue(withoutParts(observation), isLoading === true ? undefined : received)}
      flags={<FlagCell observation={withoutParts(observation)} />}
      beside={<Beside observation={observation} panel={panel} />}
    >
      {member.kind === 'circle' && (
        <p className="panel-member-words quiet">
          {t('Contains this panel itself; not shown again here')}
        </p>
      )}
      {member.kind === 'too-deep' && (
        <p className="panel-member-words quiet">
          {t('Has more results within it; see them at its own row')}
        </p>
      )}
      {member.kind !== 'circle' && hasOwn && (
        <Members observation={observation} members={members} {...loaded} />
      )}
    </Item>
  )
}

function Members({
  observation,
  members,
  ...loaded
}: Loaded & { readonly observation: Observation; readonly members: readonly PanelMember[] }) {
  const { categories, value } = observation
  const isSurvey = categories.includes('survey')
  const own = withoutParts(observation)
  return (
    <ul
      className="panel-members"
      aria-label={t('In {panel}|the results of a panel', { panel: observation.name })}
    >
      {isSurvey && value.kind !== 'panel' && (
        <Item
          observation={observation}
          value={formatValue({ ...own, members: [] })}
          flags={<FlagList flags={observation.flags} language={observation.language} />}
        />
      )}
      {members.map((member, index) => (
        <Member key={index} member={member} panel={observation} {...loaded} />
      ))}
      <Parts observation={observation} />
    </ul>
  )
}

/**
 * The members and components of a panel as a list, in its order (FHIR R4 Observation.hasMember, .component; D5): what
 * each is called, says, is flagged as, its range and its own status. What is missing, goes round in a circle, or lies
 * deeper than is gone into is said. Of a survey its own value, the score, comes first.
 *
 * - `byId` are the loaded results; `inError` the ids of those entered in error, which are said to be that (D3).
 * - `isLoading` while more may come.
 *
 * Where there is neither a member nor a component, an empty list: ask `panelSize` before.
 */
export function PanelMembers({
  observation,
  ...loaded
}: Loaded & { readonly observation: Observation }) {
  const members = panelMembers(observation, loaded.byId)
  return (
    <div className="panel-members-frame">
      <Members observation={observation} members={members} {...loaded} />
    </div>
  )
}
