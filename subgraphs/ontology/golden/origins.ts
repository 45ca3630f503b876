import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { CanonicalRecord } from '../catalogue/record.type.ts';
import { AlternativeValue, type OverriddenValue, ValueProvenance } from './provenance.type.ts';
import { foldedText, reasonFor } from './reasons.ts';
import type { RecordMember } from './record-member.type.ts';
import type { SurvivorshipRule } from './rules.ts';
import { fedAttributes } from './survivor-sql.ts';

/** What the values of one record are made of. */
export interface Origins {
  /** Its type as it was published. */
  readonly published: ModelEntity;
  readonly ruleOf: (attribute: ModelAttribute) => SurvivorshipRule;
  /** The records of sources that whoever asks may see. */
  readonly members: readonly RecordMember[];
  /** For each attribute that sources feed the member its value is taken from. */
  readonly winners: readonly (string | null)[];
  /** What people have set, by column. */
  readonly said: ReadonlyMap<string, OverriddenValue>;
  /** Whether rules about data apply to whoever asks. */
  readonly restricted: boolean;
}

/** Where each value of a record comes from. */
export function provenanceOf(record: CanonicalRecord, origins: Origins): ValueProvenance[] {
  const fed = fedAttributes(origins.published);
  return origins.published.attributes.map((attribute) => {
    if (attribute.computed != null) return computedProvenance(record, attribute);
    const winner = origins.members.find(({ id }) => id === origins.winners[fed.indexOf(attribute)]) ?? null;
    return fedProvenance(record, attribute, winner, origins);
  });
}

function fedProvenance(record: CanonicalRecord, attribute: ModelAttribute, winner: RecordMember | null, origins: Origins): ValueProvenance {
  const { published, members, said, restricted } = origins;
  const { name } = attribute;
  const rule = origins.ruleOf(attribute);
  const overridden = said.get(attribute.column) ?? null;
  const saying = members.filter(({ values }) => textOf(values[name]) !== null);
  const agreeing = winner === null ? [] : saying.filter(({ values }) => foldedText(values[name]) === foldedText(winner.values[name]));
  const source = published.sources.find(({ objectId }) => objectId === winner?.object.id);
  const others = saying.filter(({ id }) => overridden !== null || id !== winner?.id);
  const chosen = reasonFor(rule, { source: source?.connectionName ?? null, saying: saying.length, agreeing: agreeing.length });
  return Object.assign(new ValueProvenance(), {
    attribute: name,
    value: textOf(record.values[name]),
    member: winner,
    fields: [...new Set((source?.fields ?? []).filter(({ attribute: fed }) => fed === name).map(({ column }) => column))],
    rule,
    // What others say, and how many, follows from values that no rule has judged.
    reason: overridden !== null ? 'A person has set it.' : restricted ? 'It was chosen among what sources say.' : chosen,
    overridden,
    others: restricted
      ? []
      : others.map((member) => Object.assign(new AlternativeValue(), { member, value: textOf(member.values[name]) ?? '' })),
  });
}

function computedProvenance(record: CanonicalRecord, { name, computed }: ModelAttribute): ValueProvenance {
  const inputs = computed?.inputs ?? [];
  return Object.assign(new ValueProvenance(), {
    attribute: name,
    value: textOf(record.values[name]),
    member: null,
    fields: [],
    rule: null,
    reason: inputs.length === 0 ? 'It is worked out.' : `It is worked out from ${inputs.join(', ')}.`,
    overridden: null,
    others: [],
  });
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
