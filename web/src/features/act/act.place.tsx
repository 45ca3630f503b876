import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';

const ApprovalsPage = lazy(() => import('../agents/approvals.page.tsx'));
const RunsPage = lazy(() => import('../runs/runs.page.tsx'));
const FleetPage = lazy(() => import('../agents/fleet.page.tsx'));
const AgentPage = lazy(() => import('../agent/agent.page.tsx'));
const BudgetsPage = lazy(() => import('../budgets/budgets.page.tsx'));
const BudgetPage = lazy(() => import('../budgets/budget.page.tsx'));
const EffectsPage = lazy(() => import('../effects/effects.page.tsx'));
const TicketsPage = lazy(() => import('../tickets/tickets.page.tsx'));
const GovernancePage = lazy(() => import('../governance/governance.page.tsx'));
const FindingsPage = lazy(() => import('../findings/findings.page.tsx'));
const WorkflowsPage = lazy(() => import('../workflows/workflows.page.tsx'));
const NewWorkflowPage = lazy(() => import('../workflows/new-workflow.page.tsx'));
const WorkflowPage = lazy(() => import('../workflows/workflow.page.tsx'));
const SchedulesPage = lazy(() => import('../schedules/schedules.page.tsx'));
const FarmPage = lazy(() => import('../farm/farm.page.tsx'));
const FarmRunPage = lazy(() => import('../farm/farm-run.page.tsx'));
const ToolsPage = lazy(() => import('../agent-tools/tools.page.tsx'));
const VitalsPage = lazy(() => import('../agents/vitals.page.tsx'));

/** Everything below /agents. A page is loaded when it is first needed. */
export default function ActPlace() {
  return (
    <Routes>
      <Route index element={<ApprovalsPage />} />
      <Route path="runs" element={<RunsPage />} />
      <Route path="fleet" element={<FleetPage />} />
      <Route path="fleet/:id" element={<AgentPage />} />
      <Route path="budgets" element={<BudgetsPage />} />
      <Route path="budgets/:id" element={<BudgetPage />} />
      <Route path="effects" element={<EffectsPage />} />
      <Route path="tickets" element={<TicketsPage />} />
      <Route path="governance" element={<GovernancePage />} />
      <Route path="findings" element={<FindingsPage />} />
      <Route path="workflows" element={<WorkflowsPage />} />
      <Route path="workflows/new" element={<NewWorkflowPage />} />
      <Route path="workflows/:name" element={<WorkflowPage />} />
      <Route path="schedules" element={<SchedulesPage />} />
      <Route path="farm" element={<FarmPage />} />
      <Route path="farm/:id" element={<FarmRunPage />} />
      <Route path="tools" element={<ToolsPage />} />
      <Route path="vitals" element={<VitalsPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
