import type { Profile } from './profile.ts'

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
  return toDocument(title, `<p>${escapeHtml(words)}</p>`)
}

/** A page that a person clicks away before the app hears of its sign-in; no frame may show it (F-A9). */
export function toContinuePage(profile: Profile, url: string): string {
  return toDocument(
    profile.title,
    `<p>You are signed in.</p><p><a href="${escapeHtml(url)}">Continue to the app</a></p>`,
  )
}

/** What a web server in front answers to a query it finds too long (F-A15). */
export function toTooLongPage(): string {
  return toDocument('404 - File or directory not found.', '<p>The query is too long.</p>')
}

function toDocument(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>`
}

/** A text as HTML that shows it and does nothing else. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
