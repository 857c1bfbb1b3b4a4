import type { ComponentType } from 'react'
import { agencyFormRoutes, agencyFormTab } from '../features/agency-form/routes.ts'
import { comparePlanChildRoutes } from '../features/compare/routes.ts'
import { reviewPane } from '../features/carry-over/review-pane-entry.ts'
import { carryOverRoutes } from '../features/carry-over/routes.ts'
import { citationPane } from '../features/citation/citation-pane-entry.ts'
import { citationRoutes } from '../features/citation/routes.ts'
import { dashboardRoutes, dashboardTab } from '../features/dashboard/routes.ts'
import { documentRoutes, documentSection } from '../features/document/routes.ts'
import { followUpActions, followUpPane } from '../features/follow-up/actions.tsx'
import { givenTaskActions, givenTaskTool } from '../features/given-task/given-task-entry.ts'
import { importRoutes } from '../features/import/routes.ts'
import { mergePlanChildRoutes } from '../features/merge/routes.ts'
import { organisationRoutes, organisationSection } from '../features/organisation/routes.ts'
import { overviewRoutes, overviewSection } from '../features/overview/routes.ts'
import { planChildRoutes, planRoutes, planSection } from '../features/plan/routes.ts'
import { goalsPane, programmeRoutes, programmeSection } from '../features/programme/routes.ts'
import { portfolioRoutes, portfolioTab } from '../features/portfolio/routes.ts'
import { reassignmentRoutes, reassignmentTab, reassignmentTabRoutes } from '../features/reassignment/routes.ts'
import { listPaperMenu } from '../features/register-paper/list-paper-entry.ts'
import { registerRoutes, registerSection, registerTab } from '../features/register/routes.ts'
import { settingsRoutes, settingsSection } from '../features/settings/routes.ts'
import { urgingRoutes, urgingTab } from '../features/urging/routes.ts'
import { timelineRoutes, timelineTab } from '../features/timeline/routes.ts'
import { taskPlanChildRoutes } from '../features/task/routes.ts'
import { planRoute, registerRoute, rootRoute } from '../lib/routes.ts'
import type { RegisterTab } from '../lib/register-tabs.ts'
import type { RegisterToolProps } from '../lib/register-tools.ts'
import type { TaskAction, TaskPaneProps } from '../lib/task-pane.ts'
import type { PlanPane } from '../lib/plan-panes.ts'
import type { Section } from '../lib/sections.ts'

/**
 * Every screen of the program, feature by feature. A feature adds its routes and its entry of the rail here (how:
 * docs/decisions, "How a screen is made").
 */
export const routeTree = rootRoute.addChildren([
  ...overviewRoutes,
  ...planRoutes,
  ...carryOverRoutes,
  planRoute.addChildren([...planChildRoutes, ...taskPlanChildRoutes, ...comparePlanChildRoutes, ...mergePlanChildRoutes]),
  registerRoute.addChildren([
    ...registerRoutes,
    ...portfolioRoutes,
    ...reassignmentTabRoutes,
    ...agencyFormRoutes,
    ...dashboardRoutes,
    ...timelineRoutes,
    ...urgingRoutes,
  ]),
  ...documentRoutes,
  ...citationRoutes,
  ...importRoutes,
  ...organisationRoutes,
  ...programmeRoutes,
  ...reassignmentRoutes,
  ...settingsRoutes,
])

export const sections: readonly Section[] = [
  overviewSection,
  planSection,
  programmeSection,
  registerSection,
  documentSection,
  organisationSection,
  settingsSection,
].toSorted((one, other) => one.order - other.order)

/** Panes beside the text of a plan, of features other than the plan itself. */
export const planPanes: readonly PlanPane[] = [reviewPane, goalsPane, citationPane]

/** Screens of the year's tasks, as tabs. */
export const registerTabs: readonly RegisterTab[] = [
  registerTab,
  portfolioTab,
  reassignmentTab,
  agencyFormTab,
  dashboardTab,
  timelineTab,
  urgingTab,
].toSorted((one, other) => one.order - other.order)

/** The pane of a task chosen in the list, of the feature that follows it. */
export const taskPane: ComponentType<TaskPaneProps> | null = followUpPane

/** Acts on the rows chosen in the list, of features other than the list itself. */
export const taskActions: readonly TaskAction[] = [...followUpActions, ...givenTaskActions].toSorted(
  (one, other) => one.order - other.order,
)

/** Buttons over the list, of features other than the list itself. */
export const registerTools: readonly ComponentType<RegisterToolProps>[] = [givenTaskTool, listPaperMenu]
