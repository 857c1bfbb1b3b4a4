import { useCallback, useLayoutEffect, useRef } from 'react'
import type { PlanPatch } from '#shared/domain/plan.ts'
import type { PlanDetail } from '#shared/ipc/plan-contract.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { ask } from '../../../lib/bridge.ts'
import { showFailure } from '../../../lib/notices.tsx'
import { keyOf, queryClient } from '../../../lib/queries.ts'
import { inTurn, tellSaving } from '../../../lib/saving.ts'

/** Writes fields of a plan one after the other, each with the version the one before left, so that two quick edits do not quarrel. */
export function usePlanPatch(plan: Plan): (patch: PlanPatch) => void {
  const version = useRef(plan.version)
  useLayoutEffect(() => {
    version.current = Math.max(version.current, plan.version)
  }, [plan.version])
  return useCallback(
    (patch) => {
      tellSaving('saving')
      void inTurn(async () => {
        const updated = await ask('plan.update', { planId: plan.id, version: version.current, patch })
        version.current = updated.version
        queryClient.setQueryData<PlanDetail>(keyOf('plan.get', { planId: plan.id }), (before) =>
          before === undefined ? before : { ...before, plan: updated },
        )
      })
        .catch((error: unknown) => {
          showFailure(error)
          void queryClient.invalidateQueries({ queryKey: keyOf('plan.get', { planId: plan.id }) })
        })
        .finally(() => tellSaving('saved'))
    },
    [plan.id],
  )
}
