import { applicationAnalysis } from '../reading/application-findings.ts';

/** Money that goes to applications though nobody uses them, that is paid twice, or is not what it was. */
export const applicationSpend = applicationAnalysis(
  {
    name: 'finops.application-spend',
    pilot: 'FINOPS',
    title: 'Applications paid for in vain',
    description: 'Applications that are paid for and not used, paid twice, used without a contract, or that cost what they did not use to.',
  },
  {
    codes: ['ZOMBIE', 'FINANCE_GAP', 'DUPLICATE_SPEND', 'ANOMALY'],
    label: 'Applications',
    which: ({ code, about }) => code !== 'ANOMALY' || about?.startsWith('SPEND ') === true,
  },
);
