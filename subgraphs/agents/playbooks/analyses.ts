import type { Pilot } from '../agent/pilots.ts';
import type { Analysis } from './analysis.ts';
import { drift } from './dataops/drift.ts';
import { freshness } from './dataops/freshness.ts';
import { mappingGaps } from './dataops/mapping-gaps.ts';
import { quarantine } from './dataops/quarantine.ts';
import { applicationSpend } from './finops/application-spend.ts';
import { costAnomalies } from './finops/cost-anomalies.ts';
import { idleSpend } from './finops/idle-spend.ts';
import { overBudget } from './finops/over-budget.ts';
import { vendorRenewals } from './finops/renewals.ts';
import { shadowSpend } from './finops/shadow-spend.ts';
import { accountsAtRisk } from './revops/accounts-at-risk.ts';
import { dataHygiene } from './revops/data-hygiene.ts';
import { dealsAtRisk } from './revops/deals-at-risk.ts';
import { customerRenewals } from './revops/renewals.ts';
import { applicationRisks } from './secops/application-risks.ts';
import { grants } from './secops/grants.ts';
import { keys } from './secops/keys.ts';
import { ownerless } from './secops/ownerless.ts';
import { shadowIt } from './secops/shadow-it.ts';

/** Everything that pilots look at, in the order in which it is told. */
export const ANALYSES: readonly Analysis[] = [
  shadowSpend,
  idleSpend,
  applicationSpend,
  overBudget,
  costAnomalies,
  vendorRenewals,
  dealsAtRisk,
  accountsAtRisk,
  customerRenewals,
  dataHygiene,
  drift,
  quarantine,
  freshness,
  mappingGaps,
  shadowIt,
  applicationRisks,
  ownerless,
  keys,
  grants,
];

export function analysesOf(pilot: Pilot): readonly Analysis[] {
  return ANALYSES.filter((each) => each.pilot === pilot);
}

export function findAnalysis(name: string): Analysis | null {
  return ANALYSES.find((each) => each.name === name) ?? null;
}
