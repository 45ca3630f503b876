/** The pages of the Act stage, each with an address of its own. */
export const ACT_TABS = [
  { to: '/agents', label: 'Approvals', end: true },
  { to: '/agents/runs', label: 'Runs' },
  { to: '/agents/fleet', label: 'Agents' },
  { to: '/agents/workflows', label: 'Workflows' },
  { to: '/agents/schedules', label: 'Schedules' },
  { to: '/agents/findings', label: 'Findings' },
  { to: '/agents/tickets', label: 'Tickets' },
  { to: '/agents/effects', label: 'Effects' },
  { to: '/agents/budgets', label: 'Budgets' },
  { to: '/agents/tools', label: 'Tools' },
  { to: '/agents/governance', label: 'Governance' },
  { to: '/agents/farm', label: 'FARM' },
  { to: '/agents/vitals', label: 'Vitals' },
] as const;
