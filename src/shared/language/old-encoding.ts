/** Encodings of the years before Unicode that Vietnamese offices still have on their disks. */
export type OldEncoding = 'TCVN3 (ABC)' | 'VNI'

/** Signs that stand inside words only in TCVN3: in Unicode they are no letters. "cña", "c¸c", "®­îc", "nhiÖm vô". */
const tcvn3 = /\p{L}[µ¸¶·¹¨»¾¼½©ª«¬®\u00AD]|[®µ¸¶·¹©ª«¬\u00AD]\p{L}/u
/** A vowel with its tone typed behind it: "vaø", "cuûa", "caùc", "nhieäm". */
const vni = /[aeouyAEOUYâêôăöô][øùûõïØÙÛÕÏäåáàãëéèüúÀÁÃÄ]/u
/** Letters with a tone that only Unicode has: ạ … ỹ. Text in an old encoding has none. */
const unicodeVietnamese = /[\u1EA0-\u1EF9\u0110\u0111\u01A0\u01A1\u01AF\u01B0\u0102\u0103]/

/** Fewer words prove nothing: half a letter of a cut file looks like an old one. */
const FEWEST_WORDS = 3

/**
 * Names the old encoding a text was typed in, or null. Decided by the share of words that only that encoding explains, so that a
 * stray sign ("½", "mức ±5") in a Unicode text raises no alarm.
 */
export function detectOldEncoding(text: string): OldEncoding | null {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  if (words.length === 0) return null
  const count = (pattern: RegExp): number => words.filter((word) => pattern.test(word)).length
  // A long text in an old font may carry a few Unicode lines (a stamp, a link): a tenth is still an old text.
  if (count(unicodeVietnamese) > words.length * 0.1) return null
  const old = { tcvn3: count(tcvn3), vni: count(vni) }
  if (Math.max(old.tcvn3, old.vni) < Math.max(FEWEST_WORDS, words.length * 0.15)) return null
  return old.tcvn3 >= old.vni ? 'TCVN3 (ABC)' : 'VNI'
}
