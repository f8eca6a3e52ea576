import '@mantine/core/styles.css'
import '@medplum/react/styles.css'
import { MantineProvider } from '@mantine/core'
import { MedplumClient } from '@medplum/core'
import { MedplumProvider } from '@medplum/react-hooks'
import { createRoot } from 'react-dom/client'
import { Record } from './record.tsx'

// The smallest app around Medplum's own client and table of results: `?base=…&patient=…&token=…&count=…`.
const query = new URLSearchParams(location.search)
const medplum = new MedplumClient({
  baseUrl: query.get('base') ?? '',
  fhirUrlPath: '',
  accessToken: query.get('token') ?? '',
  // Its own header, which a server that isn't Medplum's doesn't allow from another origin.
  extendedMode: false,
  // Its own requests carry cookies, which no server allows that answers any origin.
  fetch: (url: string, options?: RequestInit) => fetch(url, { ...options, credentials: 'omit' }),
})

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
createRoot(root).render(
  <MedplumProvider medplum={medplum}>
    <MantineProvider>
      <Record patientId={query.get('patient') ?? ''} pageSize={query.get('count') ?? '1000'} />
    </MantineProvider>
  </MedplumProvider>,
)
