/** The route of the check for IT staff; apart from the others, so that the launch page doesn't carry it. */
export const checkPath = '/check'

/** Address of the check, for links from pages that may stand outside the router. */
export const toCheckHref = (root: URL) => `${root.href}#${checkPath}`
