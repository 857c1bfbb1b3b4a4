import { sql, type CreateTableBuilder, type ColumnDefinitionBuilder, type Kysely, type RawBuilder } from 'kysely'

/** The two databases a workspace may live in. */
export type DialectName = 'sqlite' | 'postgres'

/** A database of which a migration knows only what it creates itself. */
export type AnyStore = Kysely<unknown>

/** What the two dialects say differently when a table is made. */
export interface TableKit {
  readonly dialect: DialectName
  /** Begins a table; on SQLite it refuses values of a wrong type (STRICT). */
  readonly table: (db: AnyStore, name: string) => CreateTableBuilder<string>
  /** A column of order keys, compared byte by byte (SQLite does so by itself). */
  readonly orderKey: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder
}

export function tableKit(dialect: DialectName): TableKit {
  return {
    dialect,
    table: (db, name) => {
      const begun = db.schema.createTable(name)
      return dialect === 'sqlite' ? begun.modifyEnd(sql`strict`) : begun
    },
    orderKey: (column) => (dialect === 'sqlite' ? column.notNull() : column.modifyEnd(sql`collate "C"`).notNull()),
  }
}

/** `column in ('a', 'b')` for a CHECK, as literal text: a constraint takes no parameters. */
export function oneOf(column: string, values: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} in (${sql.join(values.map((value) => sql.lit(value)))})`
}

/** A flag holds 0 or 1. */
export function isFlag(column: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} in (0, 1)`
}
