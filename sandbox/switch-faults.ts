import { expect } from 'vitest'

import type { Faults } from './faults.ts'
import type { SmartClient } from './smart-client.ts'

/** Switches exactly these faults on at a client's tenant, which is a strict one; for tests. */
export async function switchFaults(client: SmartClient, faults: Faults): Promise<void> {
  const { status, text } = await client.control('PUT', '', { profile: 'strict-ig', faults })
  expect([status, text]).toEqual([200, expect.stringContaining('"iss"')])
}
