import { afterAll, beforeAll } from 'vitest'

/** Gives jsdom's dialogs what they lack, for the tests around; focus and Escape are the browser's. */
export function stubDialogs(): void {
  const { prototype } = HTMLDialogElement
  beforeAll(() => {
    prototype.showModal = function showModal() {
      this.open = true
    }
    prototype.close = function close() {
      this.open = false
      this.dispatchEvent(new Event('close'))
    }
  })
  afterAll(() => {
    Reflect.deleteProperty(prototype, 'showModal')
    Reflect.deleteProperty(prototype, 'close')
  })
}
