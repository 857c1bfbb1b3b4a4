import { useState, type DragEvent } from 'react'
import { grantFile } from './bridge.ts'
import { showFailure } from './notices.tsx'

const holdsFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** What is said when one file of this machine was wanted and something else was let go. */
interface DropWords {
  readonly oneFile: string
  readonly notAFile: string
}

/**
 * Lets a place take one file of the machine: `handlers` go on the place, `over` tells that a file is held above it. The answer is the path
 * that the office may now read.
 */
export function useFileDrop(
  words: DropWords,
  onDropped: (path: string) => void,
): {
  readonly over: boolean
  readonly handlers: Record<'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>
} {
  const [over, setOver] = useState(false)
  return {
    over,
    handlers: {
      onDragOver: (event) => {
        if (!holdsFile(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      },
      onDragLeave: (event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false)
      },
      onDrop: (event) => {
        if (!holdsFile(event)) return
        event.preventDefault()
        setOver(false)
        const [file, second] = event.dataTransfer.files
        if (second !== undefined) return showFailure(words.oneFile)
        if (file === undefined) return showFailure(words.notAFile)
        void grantFile(file)
          .then((path) => (path === null ? showFailure(words.notAFile) : onDropped(path)))
          .catch(showFailure)
      },
    },
  }
}
