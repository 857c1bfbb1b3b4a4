import { Extension } from '@tiptap/core'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import { Plugin } from '@tiptap/pm/state'
import { getHotkeyMatcher } from '../../../lib/hotkeys.ts'

const isUndo = getHotkeyMatcher('mod+Z')
const isRedo = [getHotkeyMatcher('mod+Y'), getHotkeyMatcher('mod+shift+Z')]

/**
 * ProseMirror takes Ctrl+Z and Ctrl+Y for itself even when its history has nothing to take back. Then they are left to the window, whose log has: the
 * window also keeps the browser from doing anything of its own.
 */
const leaveToWindow = new Plugin({
  props: {
    handleDOMEvents: {
      keydown: ({ state, composing }, event) => {
        if (composing || event.isComposing) return false
        return isUndo(event) ? undoDepth(state) === 0 : isRedo.some((matches) => matches(event)) && redoDepth(state) === 0
      },
    },
  },
})

/** Ctrl+Z and Ctrl+Y go on in the log where the text's own history ends. */
export const EmptyHistory = Extension.create({
  name: 'emptyHistory',
  addProseMirrorPlugins: () => [leaveToWindow],
})
