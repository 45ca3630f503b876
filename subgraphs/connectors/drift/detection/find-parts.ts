import { familyOf } from './type-family.ts';
import type { FieldChange, FieldFacts, ValueEvidence } from './types.ts';

const SURE_SHARE = 0.95;
const MAX_PARTS = 4;
/** Fields looked at as parts: their combinations grow quickly. */
const MAX_CANDIDATES = 8;

/** Fields that were split into several, or put together into one, seen in the values of the same records; none where nothing is known of them. */
export function findParts(removed: readonly FieldFacts[], added: readonly FieldFacts[], values: ValueEvidence | null): FieldChange[] {
  if (values === null) return [];
  const changes: FieldChange[] = [];
  const used = new Set<FieldFacts>();
  const free = (fields: readonly FieldFacts[]): FieldFacts[] =>
    fields.filter((field) => !used.has(field) && mayBePart(field)).slice(0, MAX_CANDIDATES);
  const find = (whole: FieldFacts, others: readonly FieldFacts[], kind: 'SPLIT' | 'MERGED'): void => {
    const [parts, share] = bestParts(whole, free(others), values);
    if (parts.length === 0) return;
    for (const field of [whole, ...parts]) used.add(field);
    const evidence = [
      `${whole.path} is ${parts.map(({ path }) => path).join(' and ')} together in ${Math.round(share * 100)} % of the records that were compared`,
    ];
    changes.push({
      kind,
      before: kind === 'SPLIT' ? [whole] : parts,
      after: kind === 'SPLIT' ? parts : [whole],
      confidence: share,
      evidence,
    });
  };
  for (const whole of free(removed)) if (!used.has(whole)) find(whole, added, 'SPLIT');
  for (const whole of free(added)) if (!used.has(whole)) find(whole, removed, 'MERGED');
  return changes;
}

const mayBePart = ({ type }: FieldFacts): boolean => ['TEXT', 'NUMBER', 'UNKNOWN'].includes(familyOf(type));

/** The fewest parts that make up the whole, in the order in which they stand in it. */
function bestParts(whole: FieldFacts, fields: readonly FieldFacts[], values: ValueEvidence): [FieldFacts[], number] {
  for (let count = 2; count <= Math.min(MAX_PARTS, fields.length); count++) {
    for (const parts of ordered(fields, count)) {
      const share = values.composed(
        whole.path,
        parts.map(({ path }) => path),
      );
      if (share !== null && share >= SURE_SHARE) return [parts, share];
    }
  }
  return [[], 0];
}

function* ordered(fields: readonly FieldFacts[], count: number): Generator<FieldFacts[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const field of fields)
    for (const rest of ordered(
      fields.filter((other) => other !== field),
      count - 1,
    ))
      yield [field, ...rest];
}
