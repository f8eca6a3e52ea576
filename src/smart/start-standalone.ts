import type { ServerConfig } from '../config/server-config.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { isFramed } from './frame.ts'
import { SmartError } from './smart-error.ts'
import type { ReturnTo } from './transaction.ts'

/**
 * Begins a sign-in by hand (SMART App Launch 2.2 "Standalone launch"). Gives the address to navigate to. Like a
 * launch it forgets sessions left behind in this tab (TAB-03). `returnTo` is the view to come back to.
 *
 * @throws {SmartError} `framed-sign-in` inside a frame, where sign-in pages refuse to show (EMB-10)
 */
export async function startStandalone(
  server: ServerConfig,
  appRoot: URL,
  returnTo?: ReturnTo,
): Promise<URL> {
  if (isFramed()) throw new SmartError('framed-sign-in', { host: new URL(server.iss).host })
  const { address } = await beginSignIn(server, { launch: 'standalone', returnTo }, appRoot)
  return address
}
