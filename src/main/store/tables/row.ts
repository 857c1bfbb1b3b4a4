/** What every row of a domain table has. */
export interface Row {
  id: string
  /** Optimistic version, from 1; the trace raises it. */
  version: number
}
