import { useState } from 'react'
import { ConfigError } from '../config/load-config.ts'
import type { AppConfig } from '../config/server-config.ts'
import { t } from '../language/t.ts'
import { writeReport } from '../smart/check/write-report.ts'
import { CheckView } from '../views/check/check-view.tsx'
import { readEnvironment } from './environment.ts'
import { PageTools } from './page-tools.tsx'
import { planChecks, toAddresses } from './plan-checks.ts'
import { useChecks } from './use-checks.ts'

type Props = {
  /** Undefined where `config.json` can't be used; then `error` says why. */
  readonly config: AppConfig | undefined
  readonly error: unknown
  readonly root: URL
}

/** Checks this installation: its site, this browser, and every server of `config.json`; needs no sign-in, and sends nothing to be refused unasked. */
export function CheckPage({ config, error, root }: Props) {
  const faults = error instanceof ConfigError ? error.faults : []
  const [environment] = useState(readEnvironment)
  const [checks] = useState(() => planChecks(config, faults, root))
  const { parts, again } = useChecks(checks)
  const title = t('Chartside {version}, check of {address}', {
    version: environment.version,
    address: root.href,
  })
  return (
    <div className="page-frame">
      <PageTools root={root} />
      <CheckView
        version={environment.version}
        address={root.href}
        addresses={toAddresses(config?.servers ?? [], root)}
        parts={parts}
        report={writeReport(title, parts)}
        onAgain={() => again(false)}
        onSendRefused={config && (() => again(true))}
        homeHref={root.href}
      />
    </div>
  )
}
