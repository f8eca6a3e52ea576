import { t } from '../../language/t.ts'
import type { LocalSource } from '../../local-record/local-source.ts'

/** In place of facts about a connection: that there is none. */
export function AboutLocal({ source }: { readonly source: LocalSource }) {
  return (
    <p className="quiet prose">
      {source.kind === 'sample'
        ? t('There is no sign-in and no connection to a hospital. The sample came with this app.')
        : t(
            'There is no sign-in and no connection to a hospital. The file was read in this browser, is kept in the memory of this page alone, and is gone when you close it, reload the page or close the tab.',
          )}
    </p>
  )
}
