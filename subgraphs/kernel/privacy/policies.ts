import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { PersonalDataType } from '../personal-data/finding.ts';
import { EVERY_TYPE, PersonalDataPolicyRow, type PolicyAction, type PolicySource } from './privacy.entity.ts';

/** Where something comes in. */
export type Ingress =
  | { kind: 'CONNECTION'; connectionId: string; connectionKind: string }
  | { kind: 'QUESTIONS' }
  | { kind: 'AGENT_INPUTS' };

/** What happens to each type at one ingress. */
export interface EffectivePolicy {
  actionOf(type: PersonalDataType): PolicyAction;
  /** Whether anything has to be looked for in every value: something is redacted or blocked. */
  readonly strict: boolean;
  /** Types that a policy names, however it does. */
  readonly named: ReadonlySet<PersonalDataType>;
}

type PolicyFields = Pick<PersonalDataPolicyRow, 'sourceKind' | 'source' | 'type' | 'action'>;

/** What holds until a tenant says something else: nothing that a newcomer connects is changed. */
const DEFAULT_ACTION: PolicyAction = 'WARN';

/** The tenant's policies. */
export function readPolicies({ em, tenantId }: UnitOfWork): Promise<PersonalDataPolicyRow[]> {
  return em.find(PersonalDataPolicyRow, { tenantId });
}

/**
 * The policy in force at an ingress: the most specific one wins, the source before the type. So a connection's policy for every type is stronger than
 * everywhere's for one.
 */
export function policyAt(rows: readonly PolicyFields[], ingress: Ingress): EffectivePolicy {
  const levels = placesOf(ingress).map(([sourceKind, source]) => {
    const here = rows.filter((row) => row.sourceKind === sourceKind && row.source === source);
    return new Map(here.map((row) => [row.type, row.action]));
  });
  return {
    actionOf(type) {
      for (const level of levels) {
        const action = level.get(type) ?? level.get(EVERY_TYPE);
        if (action !== undefined) return action;
      }
      return DEFAULT_ACTION;
    },
    strict: levels.some((level) => [...level.values()].some((action) => action === 'REDACT' || action === 'BLOCK')),
    named: new Set(levels.flatMap((level) => [...level.keys()]).filter((type) => type !== EVERY_TYPE)),
  };
}

/** From the most specific to the least. */
function placesOf(ingress: Ingress): [PolicySource, string][] {
  if (ingress.kind !== 'CONNECTION') return [[ingress.kind, ''], ['ANY', '']]; // prettier-ignore
  return [
    ['CONNECTION', ingress.connectionId],
    ['CONNECTIONS', ingress.connectionKind],
    ['ANY', ''],
  ];
}
