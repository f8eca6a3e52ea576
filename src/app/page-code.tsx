import { lazy, useState, type ComponentType } from 'react'

/**
 * A page whose code comes when it is wanted, and what fetches that beforehand and never rejects. What is there already is
 * drawn at once: `lazy` alone would show first that it waits, and React keeps that for a third of a second.
 */
export function pageFrom<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): readonly [page: ComponentType<Props>, preload: () => Promise<void>] {
  let there: ComponentType<Props> | undefined
  const fetchCode = async () => {
    there = await load()
    return { default: there }
  }
  const Awaited = lazy(fetchCode)
  function Page(props: Props) {
    // The same while the page stays: another component would lose what is in it.
    const [Shown] = useState<ComponentType<Props>>(() => there ?? Awaited)
    return <Shown {...props} />
  }
  const preload = () =>
    fetchCode().then(
      () => {},
      () => {}, // whoever draws it hears of that
    )
  return [Page, preload]
}
