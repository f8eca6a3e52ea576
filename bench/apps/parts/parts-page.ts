/** What can be mounted: a part of the app, or what it is compared with. */
export type PartName =
  'table' | 'plain-table' | 'trend' | 'plain-trend' | 'sparklines' | 'uplot-sparklines'

/** What a mount cost. */
export type MountCost = {
  /** Milliseconds until it was committed and laid out. */
  readonly layout: number
  /** Milliseconds until the frame with it was done. */
  readonly painted: number
  /** How many elements it consists of. */
  readonly elements: number
}

/** How the page's script is driven from outside: it stands at `window.parts`. */
export type PartsPage = {
  /** Mounts a part of so many rows or points, in place of the one before; undefined where it isn't installed. */
  readonly mount: (part: PartName, count: number) => Promise<MountCost | undefined>
  readonly clear: () => void
}
