import { expect, test } from 'vitest'
import { differsOnlyInTyping } from '#shared/domain/typing-difference.ts'

test.each([
  ['hoà giải', 'hòa giải', true],
  ['uỷ ban, thuỷ lợi', 'ủy ban, thủy lợi', true],
  ['khoẻ', 'khỏe', true],
  ['cải cách', 'cải cách'.normalize('NFD'), true],
  ['một  hai', 'một\u00A0hai ', true],
  ['“số hóa” – bước một', '"số hoá" - bước một', true],
  // Tones and letters are words.
  ['hòa', 'hoa', false],
  ['quý', 'quỳ', false],
  ['hoàn', 'hòan', false],
  ['đồng bộ', 'động bộ', false],
  ['giống nhau', 'giống nhau', false],
])('"%s" and "%s" differ in typing only: %s', (one, other, expected) => expect(differsOnlyInTyping(one, other)).toBe(expected))
