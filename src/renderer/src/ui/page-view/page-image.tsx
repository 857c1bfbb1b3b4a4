import { useEffect, useState } from 'react'

/**
 * A drawn page as an image: nothing in it can run, and a new drawing takes the place of the old one only when it is
 * ready, so that the page does not flicker while somebody types.
 */
export function PageImage({ svg, label }: { readonly svg: string | null; readonly label: string }) {
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    if (svg === null) return undefined
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    let current = true
    const image = new Image()
    image.addEventListener('load', () => current && setShown(address))
    image.src = address
    return () => {
      current = false
      URL.revokeObjectURL(address)
    }
  }, [svg])
  return shown === null ? null : <img src={shown} alt={label} draggable={false} />
}
