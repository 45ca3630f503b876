import type { DiscoveredColumn, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import { keyOf } from '../model/names.ts';
import { isRecordKeeping } from '../resolution/engine/record-keeping.ts';
import type { DataTestKind } from './quality.entity.ts';

/** Fewer records say nothing of what always holds. */
const LEAST_RECORDS = 10;
/** Of references, so many may lead nowhere before it is worth a word. */
const REFERENCE_TOLERANCE = 0.02;
/** Half of the records gone between two syncs is hardly what the business did. */
const LEAST_OF_BEFORE = 0.5;
const FRESH_WITHIN_HOURS = 72;
const MS_PER_HOUR = 3_600_000;
const MAX_PROPOSED = 40;
const EXPECTED: ReadonlySet<string> = new Set(['IDENTIFIER', 'NAME', 'AMOUNT', 'DATE', 'EMAIL', 'STATUS']);

export interface ProposedTest {
  readonly kind: DataTestKind;
  readonly attribute: string | null;
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly maxAgeHours: number | null;
  readonly tolerance: number;
  readonly severity: 'WARNING' | 'CRITICAL';
}

const test = (kind: DataTestKind, attribute: string | null, rest: Partial<ProposedTest> = {}): ProposedTest => ({
  kind,
  attribute,
  minimum: null,
  maximum: null,
  maxAgeHours: null,
  tolerance: 0,
  severity: 'WARNING',
  ...rest,
});

/** Tests that the records of an entity type pass today by what their sources look like, and would be worth a word if they did not. Pure. */
export function proposeTests(
  entity: ModelEntity,
  objects: ReadonlyMap<string, DiscoveredObject>,
  records: number,
  now: Date,
): ProposedTest[] {
  if (records < LEAST_RECORDS) return [];
  const volume = test('VOLUME', null, { minimum: String(Math.floor(records * LEAST_OF_BEFORE)), severity: 'CRITICAL' });
  const relations = entity.relations.map((relation) => test('REFERENTIAL', keyOf(relation), { tolerance: REFERENCE_TOLERANCE }));
  const attributes = entity.attributes.flatMap((attribute) => testsOf(attribute, columnsOf(attribute, entity, objects), now));
  return [volume, ...relations, ...attributes].slice(0, MAX_PROPOSED);
}

/** The columns that feed an attribute, one of each source; none when one of them is not known. */
function columnsOf({ name }: ModelAttribute, { sources }: ModelEntity, objects: ReadonlyMap<string, DiscoveredObject>): DiscoveredColumn[] {
  const columns = sources.map((source) => {
    const field = source.fields.find(({ attribute }) => attribute === name);
    return objects.get(source.objectId)?.columns.find((column) => column.name === field?.column);
  });
  return columns.every((column) => column !== undefined) ? columns : [];
}

function testsOf(attribute: ModelAttribute, columns: readonly DiscoveredColumn[], now: Date): ProposedTest[] {
  const { semantic } = attribute;
  const name = keyOf(attribute);
  if (columns.length === 0 || columns.some(({ profile }) => profile.rows < LEAST_RECORDS)) return [];
  const tests: ProposedTest[] = [];
  const full = columns.every(({ profile }) => profile.blanks === 0);
  // Each system notes its own entries as it likes.
  const noted = isRecordKeeping(attribute.label.toLowerCase(), []);
  if (full && EXPECTED.has(semantic) && !noted)
    tests.push(test('REQUIRED', name, { severity: semantic === 'IDENTIFIER' ? 'CRITICAL' : 'WARNING' }));
  const unique = columns.every(({ profile }) => profile.distinct >= profile.rows - profile.blanks && profile.distinct > 0);
  // What several sources hold is told apart within each of them only.
  if (unique && columns.length === 1 && (semantic === 'IDENTIFIER' || semantic === 'EMAIL'))
    tests.push(test('UNIQUE', name, { severity: 'CRITICAL' }));
  const least = Math.min(...columns.map(({ profile }) => number(profile.min)));
  const most = Math.max(...columns.map(({ profile }) => number(profile.max)));
  if (attribute.type === 'PERCENT' && least >= 0 && most <= 1) tests.push(test('RANGE', name, { minimum: '0', maximum: '1' }));
  else if ((semantic === 'AMOUNT' || semantic === 'QUANTITY' || semantic === 'PRICE') && least >= 0)
    tests.push(test('RANGE', name, { minimum: '0' }));
  if (semantic === 'DATE') tests.push(...ofDates(attribute, columns, now));
  return tests;
}

function ofDates(attribute: ModelAttribute, columns: readonly DiscoveredColumn[], now: Date): ProposedTest[] {
  const name = keyOf(attribute);
  const today = now.toISOString().slice(0, 10);
  const latest =
    columns
      .map(({ profile }) => profile.max?.slice(0, 10) ?? '')
      .toSorted()
      .at(-1) ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(latest) || latest > today) return [];
  const tests = [test('RANGE', name, { maximum: 'TODAY' })];
  const ageHours = (now.getTime() - Date.parse(latest)) / MS_PER_HOUR;
  // A source that is as old as that is not kept up to date, and was not when it was connected.
  if (ageHours <= FRESH_WITHIN_HOURS / 2) tests.push(test('FRESHNESS', name, { maxAgeHours: FRESH_WITHIN_HOURS }));
  return tests;
}

const number = (text: string | null): number => (text === null || !Number.isFinite(Number(text)) ? Number.NaN : Number(text));
