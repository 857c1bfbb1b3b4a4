import { v7 } from 'uuid'

/** A new identifier, UUIDv7: for blocks and footnotes that a person makes by typing. All else is named by the office. */
export function newId<Id extends string>(): Id {
  return v7() as Id
}
