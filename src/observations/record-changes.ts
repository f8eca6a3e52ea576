/** What a result is beside the load before: not there then, or saying something else now. */
export type ChangeMark = 'new' | 'changed'

/** What loading a record again has brought, beside the load before it. */
export type RecordChanges = {
  /** When the load before was made, epoch milliseconds. */
  readonly since: number
  readonly isLoading: boolean
  /** By the id of the Observation; what isn't marked says the same as before. */
  readonly marks: ReadonlyMap<string, ChangeMark>
  /** Results that are not sent any more, and not shown; undefined where that can't be known. */
  readonly gone: number | undefined
  /** Results of the load before that are still sent but left out now, as entered in error (D3). */
  readonly leftOut: number
  /** Whether the Patient is the one of the load before, since it could not be read again. */
  readonly isPatientOld: boolean
}
