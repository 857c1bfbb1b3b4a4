import { useState, type DragEvent } from 'react'
import { grantFile } from './bridge.ts'
import { showFailure } from './notices.tsx'

const holdsFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** What is said when one file of this machine was wanted and something else was let go. */
interface DropWords {
  readonly oneFile: string
  readonly notAFile: string
}

interface Drop {
  readonly over: boolean
  readonly handlers: Record<'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>
}

/**
 * Lets a place take one file of the machine: `handlers` go on the place, `over` tells that a file is held above it. The answer is the path
 * that the office may now read.
 */
export function useFileDrop(words: DropWords, onDropped: (path: string) => void): Drop {
  return useDrop((files) => {
    const [file, second] = files
    if (second !== undefined) return showFailure(words.oneFile)
    if (file === undefined) return showFailure(words.notAFile)
    void grantFile(file)
      .then((path) => (path === null ? showFailure(words.notAFile) : onDropped(path)))
      .catch(showFailure)
  })
}

/** The same for any number of files at once. */
export function useFilesDrop(words: Pick<DropWords, 'notAFile'>, onDropped: (paths: readonly string[]) => void): Drop {
  return useDrop((files) => {
    void Promise.all(files.map(grantFile))
      .then((granted) => {
        const paths = granted.filter((path) => path !== null)
        if (paths.length < Math.max(1, files.length)) showFailure(words.notAFile)
        if (paths.length > 0) onDropped(paths)
      })
      .catch(showFailure)
  })
}

function useDrop(onFiles: (files: readonly File[]) => void): Drop {
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
        onFiles([...event.dataTransfer.files])
      },
    },
  }
}
