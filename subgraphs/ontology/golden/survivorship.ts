import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import { defaultRule, type SurvivorshipRule } from './rules.ts';

/** What a tenant has said about the golden records of an entity type. */
export interface SurvivorshipPolicy {
  /** Connections, the most trusted first; those that are not named come behind, as if nothing had been said. */
  readonly trust: readonly string[];
  /** Rules by column, which no renaming changes; other attributes have that of their kind. */
  readonly rules: Readonly<Record<string, SurvivorshipRule>>;
}

export const NO_POLICY: SurvivorshipPolicy = { trust: [], rules: {} };

/** A policy applied to an entity type: everything by which values are chosen. */
export interface Survivorship {
  /** The objects that feed the type, the most trusted first. */
  readonly objects: readonly string[];
  readonly ruleOf: (attribute: ModelAttribute) => SurvivorshipRule;
  /** Column that says when a record was last changed at its source; null: the time it landed has to do. */
  readonly changedColumn: string | null;
}

const CHANGED = /(?:updat|modif|chang)ed(?:Date|At|On|Time|$)/i;

/**
 * Applies a policy. Where it does not name connections, an object is trusted the more the more attributes of the type it fills: the system
 * that is kept for these records knows most about them.
 */
export function survivorshipOf({ attributes, sources }: ModelEntity, policy: SurvivorshipPolicy): Survivorship {
  const place = (connectionId: string): number => {
    const at = policy.trust.indexOf(connectionId);
    return at < 0 ? policy.trust.length : at;
  };
  const objects = sources
    .map(({ connectionId, objectId, fields }) => ({
      objectId,
      place: place(connectionId),
      filled: new Set(fields.map(({ attribute }) => attribute)).size,
    }))
    .toSorted((a, b) => a.place - b.place || b.filled - a.filled)
    .map(({ objectId }) => objectId);
  const changed = attributes.find(({ type, name }) => (type === 'DATETIME' || type === 'DATE') && CHANGED.test(name));
  return {
    objects,
    ruleOf: (attribute) => policy.rules[attribute.column] ?? defaultRule(attribute),
    changedColumn: changed?.column ?? null,
  };
}
