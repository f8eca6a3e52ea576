/** The route of the check for IT staff; apart from the others, so that the launch page doesn't carry it. */
export const checkPath = '/check'
