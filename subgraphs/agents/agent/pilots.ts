import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';

export const Pilot = { FINOPS: 'FINOPS', REVOPS: 'REVOPS', DATAOPS: 'DATAOPS', SECOPS: 'SECOPS' } as const;
export type Pilot = (typeof Pilot)[keyof typeof Pilot];

export interface PilotProfile {
  pilot: Pilot;
  name: string;
  purpose: string;
}

/** The agents that every tenant has, in the order they are listed in. */
export const PILOTS: readonly PilotProfile[] = [
  { pilot: 'FINOPS', name: 'FinOps pilot', purpose: 'Watches what the company spends and where money is lost.' },
  { pilot: 'REVOPS', name: 'RevOps pilot', purpose: 'Watches the pipeline, renewals and the revenue they lead to.' },
  { pilot: 'DATAOPS', name: 'DataOps pilot', purpose: 'Brings connected data into the business ontology and asks before it publishes.' },
  { pilot: 'SECOPS', name: 'SecOps pilot', purpose: 'Watches who may see which data and what is left without an owner.' },
];

/** The id of a tenant's pilot: always the same, so that making it twice makes it once. */
export function pilotIdOf(tenantId: string, pilot: Pilot): string {
  return nameBasedUuid(tenantId, `agent:${pilot}`);
}
