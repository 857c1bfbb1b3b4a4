import { dialog, type BaseWindow, type FileFilter } from 'electron'

/** The system's own dialogs, on the window that asks. Each gives null when the person cancels. */
export interface Dialogs {
  readonly chooseFolder: () => Promise<string | null>
  readonly chooseFile: (filters: readonly FileFilter[]) => Promise<string | null>
  /** Several files at once; empty when the person cancels. */
  readonly chooseFiles: (filters: readonly FileFilter[]) => Promise<readonly string[]>
  /** Asks where to save; the system itself asks before an old file is replaced. */
  readonly chooseNewFile: (suggestion: string, filters: readonly FileFilter[]) => Promise<string | null>
}

export function createDialogs(window: () => BaseWindow | null): Dialogs {
  const openMany = async (options: Electron.OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window()
    const { canceled, filePaths } = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
    return canceled ? [] : filePaths
  }
  const open = async (options: Electron.OpenDialogOptions): Promise<string | null> => (await openMany(options))[0] ?? null
  return {
    chooseFolder: () => open({ properties: ['openDirectory', 'createDirectory'] }),
    chooseFile: (filters) => open({ properties: ['openFile'], filters: [...filters] }),
    chooseFiles: (filters) => openMany({ properties: ['openFile', 'multiSelections'], filters: [...filters] }),
    chooseNewFile: async (suggestion, filters) => {
      const options: Electron.SaveDialogOptions = { defaultPath: suggestion, filters: [...filters] }
      const parent = window()
      const { canceled, filePath } = parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options)
      return canceled || filePath === '' ? null : filePath
    },
  }
}
