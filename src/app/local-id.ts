/** The session of the sample record: always the same, so that its address opens it again. */
export const sampleId = 'sample'

const fileStart = 'file-'

/** An id for a record out of files, like none before. */
export const toFileId = (random: string) => fileStart + random

/** Whether a session's id is that of a record that no server gave. Ids of sign-ins are 43 characters long. */
export const isLocalId = (id: string) =>
  id === sampleId || (id.startsWith(fileStart) && id.length > 43)
