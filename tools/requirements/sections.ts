import { authorization } from './authorization.ts'
import { confinement } from './confinement.ts'
import { discoveryAndLaunch } from './discovery-and-launch.ts'
import { lifetime } from './lifetime.ts'
import type { RequirementSection } from './requirement.ts'
import { scopesAndContext } from './scopes-and-context.ts'
import { storageAndContent } from './storage-and-content.ts'
import { tokens } from './tokens.ts'

/** All requirements on the client, in the order of a sign-in. */
export const requirementSections: readonly RequirementSection[] = [
  ...discoveryAndLaunch,
  ...authorization,
  ...tokens,
  ...scopesAndContext,
  ...lifetime,
  ...confinement,
  ...storageAndContent,
]
