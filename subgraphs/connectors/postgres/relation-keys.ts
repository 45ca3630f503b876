import type { FoundTable } from '../kit/connector.ts';
import { findForeignKeys, isLinkTable } from '../files/keys/foreign-keys.ts';
import type { FoundForeignKey } from '../files/keys/key-object.ts';
import { choosePrimaryKey, pairCandidates } from '../files/keys/primary-key.ts';
import { ValueTable, hashText } from '../files/profiling/value-table.ts';
import { sharedWords } from '../files/keys/table-keys.ts';
import { pathOf, type Relation } from './catalogue.ts';
import type { ProfiledRelation } from './profile-relation.ts';
import type { TablePlan } from './sql.ts';

export interface RelationKeys {
  primaryKey: FoundTable['primaryKey'];
  foreignKeys: FoundForeignKey[];
  paged: TablePlan['paged'];
}

const MAX_PAIR_ROWS = 2_000_000;
/** Types whose order is the same in an index, in ORDER BY and in a comparison, whatever extensions there are. */
const PAGED_TYPES = new Set([
  'int2',
  'int4',
  'int8',
  'oid',
  'numeric',
  'text',
  'varchar',
  'bpchar',
  'uuid',
  'date',
  'timestamp',
  'timestamptz',
  'bool',
  'inet',
]);

/** The keys of all tables: as the catalogue declares them, and where it is silent as the values show them. */
export async function findRelationKeys(profiled: readonly ProfiledRelation[]): Promise<Map<ProfiledRelation, RelationKeys>> {
  const shared = sharedWords(profiled.map(({ keys }) => keys.name));
  const found = new Map<ProfiledRelation, RelationKeys>();
  for (const one of profiled) {
    const declared = declaredKey(one);
    const primaryKey = declared?.key ?? (one.examined.sampled ? null : choosePrimaryKey(one.keys, shared));
    one.keys.primaryKey = primaryKey;
    found.set(one, { primaryKey, paged: declared?.paged ?? null, foreignKeys: [] });
  }
  const byOid = new Map(profiled.map(({ examined }) => [examined.relation.oid, examined.relation]));
  const inferred = findForeignKeys(profiled.map(({ keys }) => keys), shared); // prettier-ignore
  for (const one of profiled) {
    const keys = found.get(one) as RelationKeys;
    const declared = declaredForeignKeys(one, byOid);
    const spoken = new Set(declared.filter(({ columns }) => columns.length === 1).map(({ columns }) => columns[0]));
    keys.foreignKeys = [...declared, ...(inferred.get(one.keys.path) ?? []).filter(({ columns }) => !spoken.has(columns[0]))];
    if (declaredKey(one) === null && isLinkTable(one.keys, keys.foreignKeys)) keys.primaryKey = null;
    keys.primaryKey ??= await findPairKey(one, keys.foreignKeys);
  }
  return found;
}

function declaredKey({
  examined: { relation },
  columns,
}: ProfiledRelation): { key: NonNullable<FoundTable['primaryKey']>; paged: TablePlan['paged'] } | null {
  const names = new Set(columns.map(({ name }) => name));
  const key = relation.keys.find((one) => (one.primary || one.notNull) && one.columns.every((name) => names.has(name)));
  if (key === undefined) return null;
  const paged = key.columns.map((name) => {
    const column = relation.columns.find((one) => one.name === name);
    const usable = column !== undefined && !column.type.array && (PAGED_TYPES.has(column.type.name) || column.type.kind === 'e');
    return usable ? { name, type: column.sqlType } : null;
  });
  const why = key.primary
    ? 'declared as the primary key in the catalogue'
    : `declared unique and never null in the catalogue (${key.name})`;
  return { key: { columns: key.columns, evidence: [why] }, paged: paged.every((column) => column !== null) ? paged : null };
}

function declaredForeignKeys(
  { examined: { relation }, columns }: ProfiledRelation,
  byOid: ReadonlyMap<string, Relation>,
): FoundForeignKey[] {
  const names = new Set(columns.map(({ name }) => name));
  return relation.foreignKeys.flatMap(({ target, columns: from, targetColumns, name, validated }) => {
    const other = byOid.get(target);
    if (other === undefined || !from.every((column) => names.has(column))) return [];
    const evidence = [`declared in the catalogue as ${name}${validated ? '' : ', for new records only'}`];
    return [{ columns: from, targetPath: pathOf(other), targetColumns, coverage: 1, evidence }];
  });
}

/** The first pair of likely columns whose values together never repeat, in a table that was read whole. */
async function findPairKey({ keys, values }: ProfiledRelation, foreignKeys: readonly FoundForeignKey[]): Promise<FoundTable['primaryKey']> {
  if (values === null || keys.rows < 2 || keys.rows > MAX_PAIR_ROWS) return null;
  let pairs = pairCandidates(keys, new Set(foreignKeys.flatMap(({ columns }) => columns))).map((pair) => ({
    pair,
    seen: new ValueTable(MAX_PAIR_ROWS),
  }));
  if (pairs.length === 0) return null;
  const hash = new Uint32Array(2);
  for await (const row of values()) {
    for (const { pair, seen } of pairs) {
      hashText(`${String(row[pair[0].position])}\u001F${String(row[pair[1].position])}`, hash);
      seen.add(hash[0] ?? 0, hash[1] ?? 0);
    }
    pairs = pairs.filter(({ seen }) => !seen.repeats);
    if (pairs.length === 0) return null;
  }
  const best = pairs[0];
  return best === undefined
    ? null
    : { columns: best.pair.map(({ name }) => name), evidence: ['no column alone is unique; these two together never repeat'] };
}
