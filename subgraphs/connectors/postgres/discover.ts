import type { FoundObject, FoundTable } from '../kit/connector.ts';
import { type Documentation, MAX_DOCUMENTATION_ROWS, readDocumentation } from '../files/keys/documentation.ts';
import { conventionsOf } from '../files/typing/column-format.ts';
import { type Relation, missingSchemas, pathOf, readCatalogue } from './catalogue.ts';
import { type ExaminedRelation, type SkippedRelation, examine, orSkipped, sampleBudget } from './examine.ts';
import { type Failure, failureOf } from './failures.ts';
import { chooseIncremental } from './incremental.ts';
import { rowSchema } from './land.ts';
import { MAX_TABLES } from './limits.ts';
import { type ProfiledRelation, profileRelation } from './profile-relation.ts';
import { type Prepared, prepareReplication } from './replication/prepare.ts';
import { type RelationKeys, findRelationKeys } from './relation-keys.ts';
import { foundAgain, knownTables, signatureOf, withKnownReferences } from './known-tables.ts';
import { isOnly, measure } from './sampling.ts';
import { type SourceSession, type Target, openSession } from './session.ts';
import type { TablePlan } from './sql.ts';

export interface DiscoveryInput {
  target: Target;
  /** null: all that the login may use. */
  schemas: string[] | null;
  /** Slot and publication of the connection, when its changes are to be followed; null: they are not. */
  slot: string | null;
  /** Everything is read at every sync, as wished. */
  complete: boolean;
  /** Schemas that are left out. */
  without: readonly string[];
  /** Tables as they landed last, by path. */
  known: ReadonlyMap<string, FoundTable>;
}

/** Plain data throughout, so that it can come out of a worker thread. */
export type Discovery = { kind: 'FOUND'; objects: FoundObject[] } | { kind: 'FAILED'; failure: Failure };

/** Discovers the tables and views of a database; foreseen failures are results. */
export async function discoverDatabase(input: DiscoveryInput): Promise<Discovery> {
  const { target } = input;
  let connected = false;
  try {
    await using session = await openSession(target);
    connected = true;
    return await discover(session, input);
  } catch (error) {
    const failure = failureOf(error, target, connected);
    if (failure === null) throw error;
    return { kind: 'FAILED', failure };
  }
}

async function discover(session: SourceSession, input: DiscoveryInput): Promise<Discovery> {
  const { target, schemas, known, slot, without } = input;
  const missing = schemas === null ? [] : await session.read((transaction) => missingSchemas(transaction, schemas));
  if (missing.length > 0) return { kind: 'FAILED', failure: { code: 'SCHEMA_NOT_FOUND', details: { schemas: missing.join(', ') } } };
  const relations = (await session.read((transaction) => readCatalogue(transaction, schemas))).filter(
    ({ schema }) => !without.includes(schema),
  );
  const prepared = slot === null ? null : await prepareReplication(session, relations, slot);
  const where = schemas === null ? `the database ${target.database}` : `${schemas.join(', ')} of ${target.database}`;
  if (relations.length === 0) return { kind: 'FAILED', failure: { code: 'POSTGRES_NO_TABLES', details: { where } } };
  const asKnown = knownTables(relations, known);
  const { examined, skipped, unchanged } = await lookAtAll(session, relations, asKnown);
  const documents = await findDocumentation(examined);
  const everywhere = conventionsOf(examined.flatMap(({ tallies }) => tallies.filter((tally) => tally !== null)));
  const profiled: ProfiledRelation[] = [];
  for (const one of examined) {
    const document = documents.get(one);
    const { relation } = one;
    const result =
      document === undefined
        ? await orSkipped(relation, () => profileRelation(session, one, everywhere, descriptionsOf(one, documents)))
        : { relation, code: 'DOCUMENTATION', reason: `it describes the other tables: ${document.evidence.replace('files', 'tables')}` };
    if ('code' in result) skipped.push(result);
    else profiled.push(result);
  }
  const keys = await findRelationKeys(profiled);
  const paths = new Set(relations.map(pathOf));
  const objects = [
    ...unchanged,
    ...profiled.map((one) => toFoundObject(one, keys.get(one) as RelationKeys, asKnown?.get(one.keys.path), paths, input, prepared)),
    ...skipped.map(({ relation, code, reason }): FoundObject => ({
      path: pathOf(relation),
      name: relation.name,
      found: { kind: 'SKIPPED', code, reason },
    })),
  ];
  return { kind: 'FOUND', objects: objects.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** The first pass over every table; those that are as they were known cost one pass of the server and nothing else. */
async function lookAtAll(
  session: SourceSession,
  relations: readonly Relation[],
  asKnown: ReadonlyMap<string, FoundTable> | null,
): Promise<{ examined: ExaminedRelation[]; skipped: SkippedRelation[]; unchanged: FoundObject[] }> {
  const budget = sampleBudget();
  const examined: ExaminedRelation[] = [];
  const skipped: SkippedRelation[] = [];
  const unchanged: FoundObject[] = [];
  for (const [index, relation] of relations.entries()) {
    if (index >= MAX_TABLES) {
      const reason = `only the first ${MAX_TABLES} tables are read; choose schemas to read others`;
      skipped.push({ relation, code: 'TOO_MANY_TABLES', reason });
      continue;
    }
    const before = relation.readable ? asKnown?.get(pathOf(relation)) : undefined;
    const measured = before === undefined ? null : await orSkipped(relation, () => measure(session, relation));
    if (measured !== null && 'code' in measured) skipped.push(measured);
    else if (before !== undefined && measured?.contentHash != null && measured.contentHash === before.contentHash)
      unchanged.push(foundAgain(relation, before));
    else {
      const result = await examine(session, relation, budget);
      if ('code' in result) skipped.push(result);
      else examined.push(result);
    }
  }
  return { examined, skipped, unchanged };
}

function toFoundObject(
  { examined, columns, planned, quarantined }: ProfiledRelation,
  { primaryKey, foreignKeys: seen, paged }: RelationKeys,
  before: FoundTable | undefined,
  paths: ReadonlySet<string>,
  { slot, complete }: DiscoveryInput,
  prepared: Prepared | null,
): FoundObject {
  const foreignKeys = withKnownReferences(seen, before, paths);
  const { relation, measured, notes } = examined;
  const replication =
    slot !== null && paged !== null && prepared?.followed.has(pathOf(relation)) === true ? { slot, publication: slot } : null;
  const incremental = replication === null && !complete ? chooseIncremental(relation, paged) : null;
  const following =
    replication === null
      ? [
          ...(prepared?.reason == null ? [] : [`not followed by logical replication: ${prepared.reason}`]),
          ...(incremental === null ? [] : [incremental.evidence]),
        ]
      : ['followed by logical replication, deletions included'];
  const plan: TablePlan = {
    schema: relation.schema, name: relation.name, only: isOnly(relation), signature: signatureOf(relation), columns: planned, paged, incremental: incremental?.plan ?? null, replication,
  }; // prettier-ignore
  return {
    path: pathOf(relation),
    name: relation.name,
    found: {
      kind: 'TABLE', columns, rowCount: measured.rows, quarantinedCount: quarantined, primaryKey, foreignKeys, plan, contentHash: replication === null ? measured.contentHash : null,
      incremental: incremental?.plan.name ?? (replication === null ? null : (paged?.[0]?.name ?? null)),
      evidence: [...(relation.comment === null ? [] : [relation.comment]), ...notes, ...following],
    },
  }; // prettier-ignore
}

/** Small tables of text that describe the columns of the others, as folders of files have them too. */
async function findDocumentation(examined: readonly ExaminedRelation[]): Promise<Map<ExaminedRelation, Documentation>> {
  const documents = new Map<ExaminedRelation, Documentation>();
  if (examined.length < 2) return documents;
  for (const one of examined) {
    const { columns, measured } = one;
    if (measured.rows > MAX_DOCUMENTATION_ROWS || columns.filter(({ kind }) => kind === 'WRITTEN').length < 2) continue;
    const others = examined
      .filter((other) => other !== one && !documents.has(other))
      .map(({ relation }) => ({ path: pathOf(relation), name: relation.name, columns: relation.columns.map(({ name }) => name) }));
    const rows: (string | null)[][] = [];
    for await (const page of one.rows()) rows.push(...page.map((text) => rowSchema.parse(JSON.parse(text))));
    const document = readDocumentation({ columns: columns.map(({ column }) => column.name), rows }, others);
    if (document !== null) documents.set(one, document);
  }
  return documents;
}

function descriptionsOf(
  { relation }: ExaminedRelation,
  documents: ReadonlyMap<ExaminedRelation, Documentation>,
): ReadonlyMap<string, string> {
  for (const document of documents.values()) {
    const descriptions = document.columns.get(pathOf(relation));
    if (descriptions !== undefined) return descriptions;
  }
  return new Map();
}
