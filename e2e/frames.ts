import type { Frame, FrameLocator, Page } from '@playwright/test'

/** Attributes of a frame beside its address and name. */
type FrameOptions = { readonly sandbox?: string }

/** Puts a frame into a page of the EHR, which is of another site than the framed app; gives what is in it. */
export async function openFrame(
  page: Page,
  src: string,
  name: string,
  options: FrameOptions = {},
): Promise<FrameLocator> {
  await page.evaluate(
    ([address = '', title = '', sandbox = '']) => {
      const frame = document.createElement('iframe')
      frame.name = title
      frame.width = '900'
      if (sandbox !== '') frame.setAttribute('sandbox', sandbox)
      frame.src = address
      document.body.append(frame)
    },
    [src, name, options.sandbox ?? ''],
  )
  return page.frameLocator(`iframe[name="${name}"]`)
}

/** The frame of that name, to look into its document. */
export function frameOf(page: Page, name: string): Frame {
  const frame = page.frames().find((one) => one.name() === name)
  if (!frame) throw new Error(`there is no frame ${name}`)
  return frame
}
