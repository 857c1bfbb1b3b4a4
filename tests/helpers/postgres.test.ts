import pg from 'pg'
import { expect, test } from 'vitest'
import { startPostgres } from './postgres.ts'

test('a real PostgreSQL server starts on this machine and keeps Vietnamese', async () => {
  const server = await startPostgres()
  try {
    const client = new pg.Client(server.connection)
    await client.connect()
    await client.query('create table task (content text)')
    await client.query("insert into task values ('Đơn giản hóa thủ tục')")
    expect((await client.query<{ content: string }>("select content from task where content ilike 'đơn giản%'")).rows).toEqual([
      { content: 'Đơn giản hóa thủ tục' },
    ])
    await client.end()
  } finally {
    await server.stop()
  }
})
