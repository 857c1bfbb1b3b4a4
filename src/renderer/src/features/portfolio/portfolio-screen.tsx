import { Button, Select, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { isActive } from '#shared/domain/agency.ts'
import type { Day, MemberId } from '#shared/domain/identifier.ts'
import type { Member } from '#shared/domain/member.ts'
import type { Register } from '#shared/domain/register.ts'
import type { RegisterLookup } from '#shared/domain/register-rows.ts'
import { portfolioText as words } from '#shared/text/vi/agency-change.ts'
import { useAsk } from '../../lib/queries.ts'
import { useRegisterLookup } from '../../lib/register-lookup.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { Awaited, EmptyPlace, Screen } from '../../ui/screen/screen.tsx'
import { AxisTables } from './axis-tables.tsx'
import { ChangeList } from './change-list.tsx'
import { KeyFigures } from './key-figures.tsx'
import { LateList } from './late-list.tsx'
import { portfolioRoute } from './routes.ts'
import styles from './portfolio.module.css'

/** What a member of the committee answers for: the fields in charge and the agencies followed; what is late there, and what is new. */
export function PortfolioScreen(): ReactElement {
  const { year, asOf } = useRegisterYear()
  const { tv } = portfolioRoute.useSearch()
  const navigate = portfolioRoute.useNavigate()
  const register = useAsk('register.list', { year, asOf }, { keepPrevious: true })
  const members = useAsk('member.list', {})
  const lookup = useRegisterLookup(year)
  const choosable = membersOf(members.data ?? [], asOf ?? `${year}-12-31`)
  const member = choosable.find(({ id }) => id === tv) ?? choosable[0]
  return (
    <Screen
      title={words.title}
      actions={
        member !== undefined && (
          <Select
            aria-label={words.member}
            w={420}
            searchable
            allowDeselect={false}
            data={choosable.map(({ id, name, post }) => ({ value: id as string, label: words.ofMember(name, post) }))}
            value={member.id}
            onChange={(id) =>
              void navigate({ search: (before) => ({ ...before, tv: (id ?? undefined) as MemberId | undefined }), replace: true })
            }
          />
        )
      }
    >
      <Awaited query={members}>
        {() =>
          member === undefined ? (
            <EmptyPlace icon={<IconUsers size={40} stroke={1.3} aria-hidden />} title={words.emptyTitle} text={words.emptyText}>
              <Button renderRoot={(props) => <Link to="/don-vi" search={{ the: 'thanh-vien' }} {...props} />}>{words.toMembers}</Button>
            </EmptyPlace>
          ) : (
            <Awaited query={register}>
              {(data) => lookup !== undefined && <Portfolio member={member} register={data} lookup={lookup} year={year} asOf={asOf} />}
            </Awaited>
          )
        }
      </Awaited>
    </Screen>
  )
}

/** Those who were members on a day, in the committee's order; past ones where nobody was. */
function membersOf(members: readonly Member[], on: Day): readonly Member[] {
  const then = members.filter((member) => isActive(member, on))
  return then.length > 0 ? then : members
}

/** What the parts of the screen are given. */
export interface PortfolioProps {
  readonly member: Member
  readonly register: Register
  readonly lookup: RegisterLookup
  readonly year: number
  readonly asOf: Day | null
}

function Portfolio(props: PortfolioProps): ReactElement {
  const { fieldIds, followedAgencyIds, id } = props.member
  return (
    <div className={styles['portfolio']}>
      {fieldIds.length + followedAgencyIds.length === 0 && <Text c="dimmed">{words.nothing}</Text>}
      <KeyFigures {...props} />
      <div className={styles['columns']}>
        <AxisTables {...props} />
        <div className={styles['side']}>
          <LateList {...props} />
          <ChangeList key={id} {...props} />
        </div>
      </div>
    </div>
  )
}
