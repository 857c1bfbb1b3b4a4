import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * The browser moves its caret at once but tells of it (`selectionchange`) only with its next frame: on a machine that is busy,
 * Enter pressed right after End then divided the sentence where the caret had stood before. So the editor is told before each key.
 */
const readFirst = new Plugin({
  props: {
    handleDOMEvents: {
      keydown: (view) => {
        // A syllable that is being composed has the caret to itself.
        if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
        return false
      },
    },
  },
})

/** Lets every key act where the caret stands on the screen. */
export const Caret = Extension.create({
  name: 'caret',
  // Before every other answer to a key.
  priority: 3000,
  addProseMirrorPlugins: () => [readFirst],
})
