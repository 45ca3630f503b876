import type { Pilot } from '../agent/pilots.ts';
import type { ActionPolicy } from './action-policy.ts';
import type { AutonomyMode } from './autonomy.ts';
import type { AgentStanding } from './governor.ts';

/** Everything that a tenant's agents are judged by, as it was read at once. */
export interface TenantRules {
  version: number;
  mode: AutonomyMode;
  /** Actions, or patterns of them, that a person decides on whatever else holds. */
  alwaysConfirm: readonly string[];
  /** Those in force, in order. */
  policies: readonly ActionPolicy[];
  /** Whether personal data is kept from agents: then what tools give them is looked through as well. */
  guardsOutputs: boolean;
  /** By id; those that were removed are not there. */
  agents: ReadonlyMap<string, GovernedAgent>;
}

export interface GovernedAgent extends AgentStanding {
  pilot: Pilot;
}
