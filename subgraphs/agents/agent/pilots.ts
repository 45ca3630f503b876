import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import { USUAL_RACI } from '../raci/raci.ts';
import type { AgentProfile } from './agent.entity.ts';

export const Pilot = { FINOPS: 'FINOPS', REVOPS: 'REVOPS', DATAOPS: 'DATAOPS', SECOPS: 'SECOPS', CUSTOM: 'CUSTOM' } as const;
export type Pilot = (typeof Pilot)[keyof typeof Pilot];

/** What an agent is made as, where nothing else is said. */
export const USUAL_LIMITS = { maxSteps: 20, maxCostMicros: 1_000_000, maxTokens: 200_000 } as const;

export interface PilotProfile extends AgentProfile {
  pilot: Exclude<Pilot, 'CUSTOM'>;
}

/** Watched live, and with the tenant's usual autonomy every change is proposed first. */
const PILOT_MATURITY = 0.8;

const profile = (pilot: PilotProfile['pilot'], name: string, purpose: string): PilotProfile => ({
  pilot,
  name,
  purpose,
  instructions: '',
  enabled: true,
  maturity: PILOT_MATURITY,
  tools: ['*'],
  ...USUAL_LIMITS,
  forbidden: [],
  raci: USUAL_RACI,
});

/** The agents that every tenant has, in the order they are listed in. */
export const PILOTS: readonly PilotProfile[] = [
  profile('FINOPS', 'FinOps pilot', 'Watches what the company spends and where money is lost.'),
  profile('REVOPS', 'RevOps pilot', 'Watches the pipeline, renewals and the revenue they lead to.'),
  profile('DATAOPS', 'DataOps pilot', 'Brings connected data into the business ontology and asks before it publishes.'),
  profile('SECOPS', 'SecOps pilot', 'Watches who may see which data and what is left without an owner.'),
];

/** The id of a tenant's pilot: always the same, so that making it twice makes it once. */
export function pilotIdOf(tenantId: string, pilot: PilotProfile['pilot']): string {
  return nameBasedUuid(tenantId, `agent:${pilot}`);
}
