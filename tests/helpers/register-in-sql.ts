import { sql } from 'kysely'
import type { Day } from '#shared/domain/identifier.ts'
import type { Store } from '#main/store/schema.ts'

// A year's register, judged by the database alone. It shares no code with the program: what a deadline asks for, the last word, the moved
// day, the light, the task's standing and whose it is are said once more, in SQL, over the tables as they lie in the file.

/** One share of a task as the file has it. */
export interface ShareInSql {
  readonly taskId: string
  readonly fieldId: string | null
  readonly assignmentId: string
  readonly agencyId: string
  readonly role: string
  readonly light: string
  readonly stale: number
  /** The nearest day on which something still owed falls due. */
  readonly nextDue: string | null
}

/** One task as the file has it. */
export interface TaskInSql {
  readonly taskId: string
  readonly fieldId: string | null
  readonly light: string
  readonly month: string | null
  readonly done: number
  readonly total: number
}

const DUE_SOON_DAYS = 15
const STALE_DAYS = 30

/** Everything up to one line a share: `share_light`. Only tasks that want all of their leads are judged. */
const shares = (year: number, day: Day) => sql`
  with recursive
  number (n) as (select 1 union all select n + 1 from number where n < 12),
  wording as (
    select w.task_id, w.field_id, w.deadline
    from task_wording w join plan p on p.id = w.plan_id
    where p.year = ${year} and p.status in ('issued', 'closed')
  ),
  milestone as (
    select w.task_id, m.key + 1 as ordinal, json_extract(m.value, '$.kind') as kind, json_extract(m.value, '$.due') as due,
      json_extract(m.value, '$.openEnded') as open_ended, json_extract(m.value, '$.recurrence.every') as every
    from wording w, json_each(w.deadline, '$.milestones') m
  ),
  unit (every, letter, months) as (values ('month', 'M', 1), ('quarter', 'Q', 3), ('half-year', 'H', 6), ('year', 'Y', 12)),
  due (task_id, key, day) as (
    select task_id, 'm' || ordinal, due from milestone where kind <> 'recurring'
    union all
    select m.task_id, 'm' || m.ordinal || ':' || ${String(year)} || '-' || u.letter || number.n,
      date(${`${year}-01-01`}, '+' || (number.n * u.months) || ' months', '-1 day')
    from milestone m join unit u on u.every = m.every join number on number.n * u.months <= 12
    where m.kind = 'recurring'
    union all
    select w.task_id, 'm1', null from wording w where not exists (select 1 from milestone m where m.task_id = w.task_id)
  ),
  goes_on as (
    select distinct task_id from milestone where kind = 'continuous' or open_ended = 1 or (kind = 'recurring' and every in ('day', 'event'))
  ),
  valid as (
    select p.* from progress p
    where p.happened_on <= ${day} and p.id not in (select corrects_id from progress where corrects_id is not null)
  ),
  owed as (
    select a.id as assignment_id, a.task_id, a.agency_id, a.role, a.as_of, d.key, d.day as first_day,
      max(d.day, coalesce((
        select max(e.new_due) from extension e
        where e.task_id = a.task_id and e.due = d.key and e.decided_on <= ${day} and (e.assignment_id is null or e.assignment_id = a.id)
      ), d.day)) as day,
      (
        select v.id from valid v where v.assignment_id = a.id and (v.due is null or v.due = d.key)
        order by v.happened_on desc, v.recorded_at desc, v.id desc limit 1
      ) as last_id
    from assignment a join due d on d.task_id = a.task_id
    where a.ended_on is null
  ),
  judged as (
    select o.*, coalesce(p.state, 'not-started') as state, p.happened_on,
      case
        when p.state = 'not-doing' then 'not-doing'
        when p.state = 'done' and (o.day is null or p.happened_on <= o.day) then 'done-on-time'
        when p.state = 'done' then 'done-late'
        when p.state = 'paused' then 'paused'
        when o.day is null and o.task_id in (select task_id from goes_on) then 'continuous'
        when o.day is null then 'no-deadline'
        when ${day} > o.day then 'overdue'
        when date(${day}, '+' || ${DUE_SOON_DAYS} || ' days') >= o.day then 'due-soon'
        else 'not-due'
      end as light,
      coalesce(p.state, '') not in ('done', 'not-doing', 'paused')
        and date(coalesce(p.happened_on, o.as_of), '+' || ${STALE_DAYS} || ' days') < ${day} as stale
    from owed o left join progress p on p.id = o.last_id
  ),
  rank (light, place) as (values
    ('overdue', 1), ('due-soon', 2), ('not-due', 3), ('no-deadline', 4), ('continuous', 5), ('paused', 6),
    ('done-late', 7), ('done-on-time', 8), ('not-doing', 9)
  ),
  share_place as (
    select assignment_id, min(place) as place, max(stale) as stale,
      min(case when place <= 6 then day end) as next_due
    from judged join rank using (light) group by assignment_id
  ),
  share_light as (
    select w.task_id, w.field_id, a.id as assignment_id, a.agency_id, a.role, r.light, r.place, s.stale, s.next_due
    from share_place s join assignment a on a.id = s.assignment_id join rank r on r.place = s.place join wording w on w.task_id = a.task_id
  )`

/** Every share of a year, by its id. */
export async function sharesInSql(db: Store, year: number, day: Day): Promise<readonly ShareInSql[]> {
  const { rows } = await sql<ShareInSql>`${shares(year, day)}
    select task_id as taskId, field_id as fieldId, assignment_id as assignmentId, agency_id as agencyId, role, light, stale, next_due as nextDue
    from share_light order by assignment_id`.execute(db)
  return rows
}

/** Every task of a year, by its id: done when all of its leads are, late as soon as one of them was, else as its most urgent lead. */
export async function tasksInSql(db: Store, year: number, day: Day): Promise<readonly TaskInSql[]> {
  const { rows } = await sql<TaskInSql>`${shares(year, day)}, standing as (
      select task_id, field_id, min(case when light <> 'not-doing' then place end) as place,
        sum(light in ('done-on-time', 'done-late')) as done, count(*) as total, substr(min(next_due), 1, 7) as month
      from share_light where role = 'lead' group by task_id
    )
    select task_id as taskId, field_id as fieldId, coalesce((select light from rank where rank.place = standing.place), 'not-doing') as light,
      month, done, total
    from standing order by task_id`.execute(db)
  return rows
}

/** How many tasks each field has, how many shares each agency, how many shares each member is in charge of: counted from the plainest tables. */
export async function countsInSql(
  db: Store,
  year: number,
): Promise<{
  readonly fields: readonly (readonly [string, number])[]
  readonly agencies: readonly (readonly [string, number])[]
}> {
  const ofYear = sql`select w.task_id, w.field_id from task_wording w join plan p on p.id = w.plan_id where p.year = ${year} and p.status in ('issued', 'closed')`
  const pairs = async (query: ReturnType<typeof sql<{ id: string; n: number }>>): Promise<readonly (readonly [string, number])[]> =>
    (await query.execute(db)).rows.map(({ id, n }) => [id, n] as const)
  return {
    fields: await pairs(sql`select coalesce(field_id, '') as id, count(*) as n from (${ofYear}) group by 1 order by 1`),
    agencies: await pairs(
      sql`select agency_id as id, count(*) as n from assignment where task_id in (select task_id from (${ofYear})) and ended_on is null group by 1 order by 1`,
    ),
  }
}

/** Shares by the member in charge: whoever follows the agency, else whoever has the field; of several who has fewest, then the committee's order. */
export async function membersInSql(db: Store, year: number): Promise<readonly (readonly [string, number])[]> {
  const { rows } = await sql<{ id: string; n: number }>`
    with share as (
      select a.id, a.agency_id, w.field_id
      from assignment a join task_wording w on w.task_id = a.task_id join plan p on p.id = w.plan_id
      where p.year = ${year} and p.status in ('issued', 'closed') and a.ended_on is null
    )
    select coalesce(
      (select m.id from member m where exists (select 1 from json_each(m.followed_agency_ids) f where f.value = share.agency_id)
        order by json_array_length(m.followed_agency_ids), m.position limit 1),
      (select m.id from member m where exists (select 1 from json_each(m.field_ids) f where f.value = share.field_id)
        order by json_array_length(m.field_ids), m.position limit 1),
      ''
    ) as id, count(*) as n
    from share group by 1 order by 1`.execute(db)
  return rows.map(({ id, n }) => [id, n] as const)
}
