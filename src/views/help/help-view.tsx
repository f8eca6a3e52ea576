import type { ReactNode } from 'react'
import { t } from '../../language/t.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { KeyTables } from './key-tables.tsx'
import './help-view.css'

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card prose" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Listed({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

function Reading() {
  return (
    <Part title={t('Reading a result')}>
      <Listed
        items={[
          t(
            'A value stands as it was sent. “<5” means less than five, not five; no digit is added or left out.',
          ),
          t(
            'A flag such as “High” is the laboratory’s own. Where this app compared a value with its range itself, it says so. No flag doesn’t mean that all is well.',
          ),
          t(
            'Ranges come with the result. Laboratories differ, so compare a value with the range beside it.',
          ),
          t(
            'A date is no more exact than it was sent: “May 2024” may be any day of that month. Times are those of the place where you are.',
          ),
          t(
            'What the hospital marked as entered in error is not part of the record. It is shown only when you ask for it, crossed out.',
          ),
        ]}
      />
    </Part>
  )
}

function Missing() {
  return (
    <Part title={t('When something is missing')}>
      <p>
        {t(
          'The record status, above each view, says for each category of results what became of it. A category that was refused, failed or stopped early may hold results that you don’t see here.',
        )}
      </p>
      <Listed
        items={[
          t(
            'Refused: the hospital doesn’t release these results to this app. The hospital can say why.',
          ),
          t('Failed: try again with the button beside it. What is loaded already stays.'),
          t('None found: the hospital’s server was asked, and gave nothing.'),
          t(
            'Reports, images and some tests are often kept elsewhere, and are not asked for at all.',
          ),
        ]}
      />
    </Part>
  )
}

function Safety() {
  return (
    <Part title={t('Your data, and your safety')}>
      <Listed
        items={[
          t('This app only reads. It changes nothing in the record, and sends it nowhere.'),
          t(
            'What is shown is kept in the memory of this page alone and is gone when the page is closed. On a shared computer, sign out when you are done.',
          ),
          t(
            'It is not a medical device and gives no advice. Ask the people who treat you what a result means for you.',
          ),
          t('In an emergency, call the emergency number of the place where you are.'),
        ]}
      />
    </Part>
  )
}

/** What the app shows, how results are read, what to do when something is missing, and every key that does something (WCAG 3.2.6, 3.3.5). */
export function HelpView() {
  return (
    <section className="view help" aria-label={t('Help')}>
      <PageHeading page="help">{t('Help')}</PageHeading>
      <Part title={t('What you see here')}>
        <Listed
          items={[
            t(
              'Overview: what is out of range now, the latest vital signs, the newest day of the laboratory, and what is new.',
            ),
            t(
              'Results: everything that was loaded, as a table to search, filter, sort and group. “Details” opens all that is known of one result.',
            ),
            t('Flowsheet: tests down the side and days across, to compare many at once.'),
            t(
              'Trend: one test over time, as a chart and as a table. Its name in any view leads there.',
            ),
            t('Patient: whose record it is, as the hospital wrote it down.'),
          ]}
        />
      </Part>
      <Reading />
      <Missing />
      <Safety />
      <KeyTables />
    </section>
  )
}
