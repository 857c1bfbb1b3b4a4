import { expect, test } from 'vitest'
import { userDataFolder } from '#main/files/user-data-folder.ts'

test.each([
  ['linux', {}, '/home/an/.config/ban-lam-viec-cchc'],
  ['linux', { XDG_CONFIG_HOME: '/data' }, '/data/ban-lam-viec-cchc'],
  ['darwin', {}, '/home/an/Library/Application Support/ban-lam-viec-cchc'],
] as const)('on %s with %j the folder is %s', (platform, environment, folder) => {
  expect(userDataFolder(platform, '/home/an', environment).replaceAll('\\', '/')).toBe(folder)
})
