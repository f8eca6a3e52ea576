import type { Profile } from './profiles.ts'

/**
 * The page an authorization ends on when nothing can go back to the app. Epic's has its own title and words (vendor
 * notes B1); elsewhere `detail` says what was wrong. Gives HTML text.
 */
export function toAuthorizationErrorPage(profile: Profile, detail: string | undefined): string {
  const isEpic = profile.authorizeErrors === 'page'
  const title = isEpic ? 'OAuth2 Error' : 'Authorization error'
  const words = isEpic
    ? 'Something went wrong trying to authorize the client. Please try logging in again.'
    : (detail ?? 'This request cannot be authorized.')
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${escapeHtml(words)}</p></main></body>
</html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
