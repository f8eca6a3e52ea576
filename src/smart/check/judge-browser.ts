import { formatList } from '../../language/format-list.ts'
import { t } from '../../language/t.ts'
import { advise, fault, unknown, well, type Finding } from './finding.ts'

/** What this browser lets this page do. */
export type BrowserFacts = {
  readonly isFramed: boolean
  /** Whether a text could be kept in the tab's storage, and read back. */
  readonly canStore: boolean
  /** Whether this page has the cookies of its site, of another one's frame too; undefined where the browser doesn't tell. */
  readonly hasCookies: boolean | undefined
  readonly isSecureContext: boolean
  readonly hasCrypto: boolean
  readonly hasLocks: boolean
  readonly hasChannel: boolean
}

/** Says what this browser's abilities mean for a launch, here and in this frame (EMB-04, EMB-05, STO-06). */
export function judgeBrowser(facts: BrowserFacts): Finding[] {
  return [judgeStorage(facts), judgeFrame(facts), judgeCrypto(facts), judgeTabs(facts)]
}

function judgeStorage({ canStore, isFramed }: BrowserFacts): Finding {
  if (canStore) return well('storage', t('The tab’s storage works.'))
  return fault(
    'storage',
    t('The browser keeps nothing for this page, so no sign-in can be finished here.'),
    isFramed
      ? t(
          'Let the frame’s sandbox hold allow-same-origin, let the browser’s policy allow this site storage inside the EHR, or open the app in a window of its own.',
        )
      : t('Allow this site to store data in the browser’s settings.'),
  )
}

function judgeFrame({ isFramed, hasCookies }: BrowserFacts): Finding {
  if (!isFramed)
    return well(
      'frame',
      t('This page is a window of its own. Open it inside the EHR to see what a frame allows.'),
    )
  if (hasCookies === undefined)
    return unknown(
      'frame',
      t(
        'This page is in a frame. The browser doesn’t tell whether third-party cookies are open to it.',
      ),
    )
  return well(
    'frame',
    hasCookies
      ? t(
          'This page is in a frame. Third-party cookies are open to it; the tab’s storage may be kept apart. The app needs no cookies, and can live with that.',
        )
      : t(
          'This page is in a frame. Third-party cookies aren’t open to it; the tab’s storage may be kept apart. The app needs no cookies, and can live with that.',
        ),
  )
}

function judgeCrypto({ isSecureContext, hasCrypto }: BrowserFacts): Finding {
  return isSecureContext && hasCrypto
    ? well(
        'crypto',
        t('The page came over https (or from this machine), and the browser offers cryptography.'),
      )
    : fault(
        'crypto',
        t('The browser withholds cryptography from this page, so no sign-in can begin.'),
        t('Serve the app over https.'),
      )
}

/** Without these the app works, but copies of a tab don't hear of each other. */
function judgeTabs({ hasLocks, hasChannel }: BrowserFacts): Finding {
  const missing = [
    hasLocks ? undefined : 'Web Locks',
    hasChannel ? undefined : 'BroadcastChannel',
  ].filter((words) => words !== undefined)
  return missing.length === 0
    ? well('tabs', t('Copies of a tab can hear of each other.'))
    : advise(
        'tabs',
        t('This browser lacks {features}: copies of a tab don’t hear when one signs out.', {
          features: formatList(missing),
        }),
        t('Use a newer browser.'),
      )
}
