import { fireEvent, render } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useDroppedFiles } from './use-dropped-files.ts'

it('takes files that are dropped, and leaves text that is dragged to the field below it', () => {
  const onFiles = vi.fn<(files: readonly File[]) => void>()
  function Page() {
    return <p>{useDroppedFiles(onFiles) ? 'over' : 'idle'}</p>
  }
  const { container } = render(<Page />)
  const text = { dataTransfer: { files: [], types: ['text/plain'] } }
  // True where nobody has prevented it.
  expect(fireEvent.dragOver(document.body, text)).toBe(true)
  expect(container).toHaveTextContent('idle')
  expect(fireEvent.drop(document.body, text)).toBe(true)
  const file = new File(['x'], 'a.json')
  const files = { dataTransfer: { files: [file], types: ['Files'] } }
  expect(fireEvent.dragOver(document.body, files)).toBe(false)
  expect(container).toHaveTextContent('over')
  expect(fireEvent.drop(document.body, files)).toBe(false)
  expect(onFiles).toHaveBeenCalledExactlyOnceWith([file])
})
