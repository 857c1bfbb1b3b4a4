import { Table } from '@mantine/core'
import type { ReactElement } from 'react'
import { lightNames } from '#shared/text/vi/light.ts'
import { registerText } from '#shared/text/vi/register.ts'
import { useAsk } from '../../lib/queries.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { Awaited, Screen } from '../../ui/screen/screen.tsx'

/** The year's tasks, one row each. */
export function RegisterScreen(): ReactElement {
  const { year, asOf } = useRegisterYear()
  const register = useAsk('register.list', { year, asOf }, { keepPrevious: true })
  return (
    <Screen title={registerText.title(year)}>
      <Awaited query={register}>
        {({ tasks, totals }) => (
          <>
            <p>{registerText.totals(totals.tasks, totals.shares)}</p>
            <Table stickyHeader aria-label={registerText.title(year)}>
              <Table.Tbody>
                {tasks.map((task) => (
                  <Table.Tr key={task.taskId}>
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
  )
}
