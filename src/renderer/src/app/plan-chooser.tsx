import { Button, Menu, ScrollArea, Text } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { planText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { useAsk } from '../lib/queries.ts'

/** Year and plan: where I am, and the way to another plan on the same tab. */
export function PlanChooser(): ReactElement {
  const plans = useAsk('plan.list', {})
  const { planId } = useParams({ strict: false })
  const navigate = useNavigate()
  const list = (plans.data ?? []).toSorted((one, other) => other.plan.year - one.plan.year)
  const current = list.find(({ plan }) => plan.id === planId)?.plan
  return (
    <Menu position="bottom-start" width={420}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />} maw={300} fw={current === undefined ? 400 : 600}>
          {current === undefined ? shell.choosePlan : shell.planOfYear(current.year)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={420}>
          {list.map(({ plan }) => (
            <Menu.Item
              key={plan.id}
              leftSection={plan.id === planId ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />}
              onClick={() => void navigate({ to: '/ke-hoach/$planId', params: { planId: plan.id } })}
            >
              <Text size="xs" fw={600}>
                {shell.planOfYear(plan.year)} · {planText.status[plan.status]}
              </Text>
              <Text size="xs" lineClamp={1}>
                {plan.subject}
              </Text>
            </Menu.Item>
          ))}
          {list.length === 0 && <Menu.Item disabled>{shell.noPlans}</Menu.Item>}
        </ScrollArea.Autosize>
        <Menu.Divider />
        <Menu.Item onClick={() => void navigate({ to: '/ke-hoach' })}>{shell.allPlans}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
