import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { DataProfile } from '../model/data-profile.ts';
import type { Filter } from '../plan/query-plan.ts';

/** States in which a record never came to anything, or was undone: its money was not earned. */
const UNDONE =
  /^(?:(?:order |payment |invoice |sale )?(?:is |was |fully |auto |customer )?)?(?:cancell?ed|cancell?ation|voided|void|failed|failure|refunded|reversed|returned|declined|rejected|draft|deleted|abandoned|charge ?back|charged back|aborted|annulled|disputed and lost|test)(?: by (?:the )?(?:customer|seller|buyer|client|system|shop|store|us))?$/i;
/** Columns that say what became of a record. */
const STATE = /\b(?:status|state|stage|condition|settlement|outcome|fulfil+ment)\b/i;
const FLAG = /^(?:is |was |has been )?(?:cancell?ed|voided|void|refunded|returned|deleted|test|test order)$/i;

const spoken = (text: string): string =>
  text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\-\s]+/g, ' ')
    .trim();

function stateFilter(attribute: ModelAttribute, values: readonly string[]): Filter | null {
  const undone = values.filter((value) => UNDONE.test(spoken(value)));
  const field = { path: [], attribute: attribute.name };
  if (undone.length === 0 || undone.length === values.length) return null;
  return {
    kind: 'any',
    filters: [
      { kind: 'equals', field, values: undone, negated: true },
      { kind: 'blank', field, negated: false },
    ],
  };
}

/**
 * Conditions that leave out records which were cancelled, voided or paid back, told from the states the data has and from yes-or-no columns.
 * Empty where nothing of the kind is recorded, or everything is undone (then the words mean something else).
 */
export function inForce(entity: ModelEntity, profile: DataProfile): Filter[] {
  const facts = profile.entities[entity.name]?.attributes ?? {};
  return entity.attributes.flatMap((attribute): Filter[] => {
    const name = spoken(attribute.label);
    if (attribute.type === 'BOOLEAN' && FLAG.test(name)) {
      const field = { path: [], attribute: attribute.name };
      return [
        {
          kind: 'any',
          filters: [
            { kind: 'equals', field, values: [false], negated: false },
            { kind: 'blank', field, negated: false },
          ],
        },
      ];
    }
    const stated = attribute.type === 'TEXT' && (attribute.semantic === 'STATUS' || STATE.test(name));
    const filter = stated ? stateFilter(attribute, facts[attribute.name]?.values ?? []) : null;
    return filter === null ? [] : [filter];
  });
}
