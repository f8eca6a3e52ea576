import { Fragment } from 'react'
import { t } from '../../language/t.ts'

/** Keys that do one thing: those pressed together in one list, either of several in a list each. */
type KeyRow = { readonly keys: readonly (readonly string[])[]; readonly effect: string }
type KeyTable = { readonly place: string; readonly rows: readonly KeyRow[] }

function keyTables(): readonly KeyTable[] {
  const arrows = { left: '←', right: '→', up: '↑', down: '↓' }
  const home = t('Home|a key')
  const end = t('End|a key')
  const pageUp = t('Page Up|a key')
  const pageDown = t('Page Down|a key')
  const enter = t('Enter|a key')
  const tab = t('Tab|a key')
  const esc = t('Esc|a key')
  return [
    {
      place: t('Everywhere'),
      rows: [
        {
          keys: [[tab], [t('Shift|a key'), tab]],
          effect: t('To the next or the previous control'),
        },
        { keys: [[enter]], effect: t('Follow a link, press a button') },
        { keys: [[t('Space|a key')]], effect: t('Press a button, tick a box, open a list') },
        {
          keys: [[esc]],
          effect: t(
            'Close what was opened: the details of a result, the settings, what can be taken away',
          ),
        },
      ],
    },
    {
      place: t('In the list of hospitals'),
      rows: [
        {
          keys: [[arrows.up], [arrows.down]],
          effect: t('From the search to what was found, and back'),
        },
        { keys: [[enter]], effect: t('From the search to the first that was found') },
      ],
    },
    {
      place: t('In the flowsheet'),
      rows: [
        {
          keys: [[arrows.left], [arrows.right], [arrows.up], [arrows.down]],
          effect: t('To the cell beside, above or below'),
        },
        { keys: [[home], [end]], effect: t('To the first or the last cell of the row') },
        {
          keys: [
            [t('Ctrl|a key'), home],
            [t('Ctrl|a key'), end],
          ],
          effect: t('To the first or the last cell of the whole flowsheet'),
        },
        { keys: [[pageUp], [pageDown]], effect: t('A screen up or down') },
        { keys: [[enter]], effect: t('Open what the cell leads to') },
      ],
    },
    {
      place: t('In a chart or a waveform'),
      rows: [
        { keys: [[arrows.left], [arrows.right]], effect: t('To the point before or after') },
        { keys: [[pageUp], [pageDown]], effect: t('Many points back or on') },
        { keys: [[home], [end]], effect: t('To the first or the last point') },
        { keys: [[esc]], effect: t('Leave the point') },
      ],
    },
  ]
}

function Keys({ keys }: Pick<KeyRow, 'keys'>) {
  return keys.map((together, index) => (
    <Fragment key={together.join('+')}>
      {index > 0 && ' '}
      {together.map((name, place) => (
        <Fragment key={name}>
          {place > 0 && '+'}
          <kbd>{name}</kbd>
        </Fragment>
      ))}
    </Fragment>
  ))
}

/** Every key that does something here, by where it does; none of them is a letter, so none gets in the way of speech (WCAG 2.1.4). */
export function KeyTables() {
  return (
    <section className="card" aria-label={t('Keyboard')}>
      <h2>{t('Keyboard')}</h2>
      {keyTables().map(({ place, rows }) => (
        <table key={place} className="help-keys">
          <caption>{place}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('Key')}</th>
              <th scope="col">{t('What it does')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ keys, effect }) => (
              <tr key={effect}>
                <th scope="row">
                  <Keys keys={keys} />
                </th>
                <td>{effect}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}
