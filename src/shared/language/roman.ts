const digits: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
]

/** Roman numeral of a whole number from 1 to 3999. */
export function toRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) throw new RangeError(`no Roman numeral for ${value}`)
  let rest = value
  let text = ''
  for (const [digit, worth] of digits) {
    while (rest >= worth) {
      text += digit
      rest -= worth
    }
  }
  return text
}

/** Value of a well-formed Roman numeral (any case), or null: "IIII" and "IC" are not numerals. */
export function fromRoman(text: string): number | null {
  const upper = text.toUpperCase()
  if (!/^[MDCLXVI]+$/.test(upper)) return null
  let rest = upper
  let value = 0
  for (const [digit, worth] of digits) {
    while (rest.startsWith(digit)) {
      value += worth
      rest = rest.slice(digit.length)
    }
  }
  return rest === '' && value >= 1 && value <= 3999 && toRoman(value) === upper ? value : null
}
