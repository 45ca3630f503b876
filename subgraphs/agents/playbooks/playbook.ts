import type { Pilot } from '../agent/pilots.ts';

/** What a pilot does from looking to proposing, as a built-in workflow of the same name (schema/workflows). */
export interface Playbook {
  /** Name of the workflow. */
  name: string;
  pilot: Pilot;
  title: string;
  description: string;
  /** When it is best run, in the tenant's time zone; it runs by itself once somebody schedules it. */
  suggestedCron: string;
}

export const PLAYBOOKS: readonly Playbook[] = [
  {
    name: 'finops-sweep',
    pilot: 'FINOPS',
    title: 'FinOps sweep',
    description: 'Looks for idle and shadow spend, broken budgets, unusual costs and renewals, and proposes what to do about the gravest.',
    suggestedCron: '0 7 * * 1',
  },
  {
    name: 'revops-sweep',
    pilot: 'REVOPS',
    title: 'RevOps sweep',
    description:
      'Looks for deals and accounts at risk, renewals ahead and gaps in the data of sales, and proposes what to do about the gravest.',
    suggestedCron: '0 7 * * 1-5',
  },
  {
    name: 'dataops-sweep',
    pilot: 'DATAOPS',
    title: 'DataOps sweep',
    description: 'Looks for drift, quarantined records, stale sources and mapping gaps, and proposes repairs.',
    suggestedCron: '0 * * * *',
  },
  {
    name: 'secops-sweep',
    pilot: 'SECOPS',
    title: 'SecOps sweep',
    description:
      'Looks for shadow IT, systems without an owner, API keys that are not needed and risky grants, and proposes what to do about them.',
    suggestedCron: '0 6 * * *',
  },
];
