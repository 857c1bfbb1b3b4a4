import { Table } from '@mantine/core'
import { useContext, type ReactElement } from 'react'
import { lightNames } from '#shared/text/vi/light.ts'
import { registerText } from '#shared/text/vi/register.ts'
import { useAsk } from '../../lib/queries.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { TaskPane } from '../../lib/task-pane.ts'
import { Awaited, Screen } from '../../ui/screen/screen.tsx'
import { listRoute } from './routes.ts'
import styles from './register.module.css'

/** The year's tasks, one row each. */
export function RegisterScreen(): ReactElement {
  const { year, asOf } = useRegisterYear()
  const { chon } = listRoute.useSearch()
  const navigate = listRoute.useNavigate()
  const register = useAsk('register.list', { year, asOf }, { keepPrevious: true })
  const Pane = useContext(TaskPane)
  return (
    <div className={styles['screen']}>
      <div className={styles['main']}>
        <Screen title={registerText.title(year)}>
          <Awaited query={register}>
            {({ tasks, totals }) => (
              <>
                <p>{registerText.totals(totals.tasks, totals.shares)}</p>
                <Table stickyHeader highlightOnHover aria-label={registerText.title(year)}>
                  <Table.Tbody>
                    {tasks.map((task) => (
                      <Table.Tr key={task.taskId} onClick={() => void navigate({ search: (before) => ({ ...before, chon: task.taskId }) })}>
                        <Table.Td>{task.stt}</Table.Td>
                        <Table.Td>{task.content}</Table.Td>
                        <Table.Td>{lightNames[task.light]}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </>
            )}
          </Awaited>
        </Screen>
      </div>
      {chon !== undefined && Pane !== null && (
        <Pane
          taskId={chon}
          year={year}
          asOf={asOf}
          onClose={() => void navigate({ search: (before) => ({ ...before, chon: undefined }) })}
        />
      )}
    </div>
  )
}
