import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { Access, AppliedMask } from './access.ts';
import type { MaskMode, SensitiveKind } from './data-rule.ts';

/** An attribute whose values are not shown as they are, and the masks that say so. */
export interface MaskedAttribute {
  mode: MaskMode;
  names: readonly string[];
}

/** The masked attributes of an entity type, by name. */
export function maskedAttributes(entity: ModelEntity, { masks }: Pick<Access, 'masks'>): Map<string, MaskedAttribute> {
  const found = new Map<string, MaskedAttribute>();
  for (const mask of masks) for (const name of namedBy(entity, mask)) add(found, name, { mode: mask.mode, names: [mask.name] });
  // What is made of the same columns of the source tells the same: a full name tells the family name.
  for (const [name, masked] of found) for (const other of madeOfTheSame(entity, name)) if (!found.has(other)) add(found, other, masked);
  // What is worked out of masked values tells them; computed attributes may be worked out of one another.
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { name, computed } of entity.attributes)
      for (const input of computed?.inputs ?? []) {
        const masked = found.get(input);
        if (masked !== undefined && !found.has(name)) found.set(name, { mode: 'HIDE', names: masked.names });
      }
  }
  return found;
}

/** Different masks on one attribute leave nothing of it. */
function add(found: Map<string, MaskedAttribute>, name: string, { mode, names }: MaskedAttribute): void {
  const known = found.get(name);
  if (known === undefined) found.set(name, { mode, names });
  else found.set(name, { mode: known.mode === mode ? mode : 'HIDE', names: [...new Set([...known.names, ...names])] });
}

function namedBy(entity: ModelEntity, { entityType, attribute, sensitive }: AppliedMask): string[] {
  if (entityType !== null && entityType !== entity.name) return [];
  if (attribute === null) return entity.attributes.filter((each) => isSensitive(each, sensitive)).map(({ name }) => name);
  const known = entity.attributes.some(({ name }) => name === attribute);
  // It may go by another name now: until the mask is mended, nothing of the type is shown.
  return known ? [attribute] : entity.attributes.map(({ name }) => name);
}

function madeOfTheSame(entity: ModelEntity, attribute: string): string[] {
  return entity.sources.flatMap(({ fields }) => {
    const columns = new Set(fields.filter((field) => field.attribute === attribute).map(({ column }) => column));
    return fields.filter(({ column }) => columns.has(column)).map((field) => field.attribute);
  });
}

const NUMBERS: ReadonlySet<string> = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']);
const PAY =
  /\b(?:salar(?:y|ies)|wages?|pay|payroll|payslip|compensation|remuneration|bonus(?:es)?|income|earnings|stipend|ctc|gehalt|lohn|salaire)\b/;

/** Whether an attribute is of the kind; pay is told by its name, the rest by what it means. */
export function isSensitive({ semantic, type, name, label, canonical }: ModelAttribute, kind: SensitiveKind | null): boolean {
  if (kind === null) return false;
  if (kind !== 'SALARY') return semantic === kind;
  const words = [name, label, canonical ?? ''].map((each) =>
    each
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('_', ' ')
      .toLowerCase(),
  );
  return NUMBERS.has(type) && words.some((each) => PAY.test(each));
}
