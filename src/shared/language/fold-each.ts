/** Folds each UTF-16 unit of an NFC text to one unit (marks stripped, đ → d, lower case): a place in one is the same place in the other. */
export function foldEach(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === 'đ' || letter === 'Đ') folded += 'd'
    else {
      const plain = letter.normalize('NFD').charAt(0).toLowerCase()
      folded += plain.length === 1 ? plain : letter
    }
  }
  return folded
}
