import { sql } from 'kysely';
import { z } from 'zod';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { ValueTable, hashText } from '../files/profiling/value-table.ts';
import type { Connector, SourceRef, TableToRead } from '../kit/connector.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { landedKeys } from '../objects/landing.ts';
import { SourceSchemaRow } from '../objects/source-schema.entity.ts';
import { openIngress } from '../privacy/ingress.ts';
import { keyHere } from '../privacy/screened-key.ts';
import { screeningOf } from '../privacy/table-screening.ts';
import { readPage, sourceTable } from '../repairs/landing-hook.ts';
import { RecordKeys, landedKeyOf } from '../syncs/record-keys.ts';
import type { ReconciliationRow } from './reconciliation.entity.ts';

/** Keys of one table that are compared, 20 bytes each. */
const MAX_KEYS = 20_000_000;

export type Comparison = Pick<
  ReconciliationRow,
  'method' | 'sourceRecords' | 'landedRecords' | 'quarantinedRecords' | 'missing' | 'surplus'
>;

export interface ToCompare {
  system: System;
  context: StepContext;
  connectionId: string;
  connector: Connector;
  source: SourceRef;
}

/** Compares the records of a table at its source, as they are now, with those that landed: key by key. @throws what the connector throws */
export async function compareObject(open: ToCompare, table: CataloguedTable): Promise<Comparison> {
  const { system, context, connector } = open;
  const { tenantId } = context;
  const quarantined = await system.database.unitOfWork(tenantId, (unit) =>
    unit.asTenant(async (db) =>
      countSchema.parse(
        (await sql`select count(*) as count from quarantined_record where object_id = ${table.objectId}::uuid`.execute(db)).rows[0],
      ),
    ),
  );
  // A bus gives each message once: asking it again would take them from the next sync.
  const there = connector.acknowledges === true ? null : await keysAtSource(open, table);
  const hash = new Uint32Array(2);
  let landed = 0;
  let matched = 0;
  for (let after = ''; ;) {
    context.signal.throwIfAborted();
    const keys = await system.database.unitOfWork(tenantId, (unit) => landedKeys(unit, table.objectId, after));
    const last = keys.at(-1);
    if (last === undefined) break;
    after = last;
    landed += keys.length;
    for (const key of keys) {
      hashText(key, hash);
      if (there?.has(hash[0] ?? 0, hash[1] ?? 0) === true) matched++;
    }
  }
  const numbers = { landedRecords: landed, quarantinedRecords: quarantined.count };
  if (there === null || there.frozen) return { ...numbers, method: 'NONE', sourceRecords: null, missing: 0, surplus: 0 };
  return {
    ...numbers,
    method: connector.keys === undefined ? 'RECORDS' : 'KEYS',
    sourceRecords: there.size,
    // What the source tells by key alone may be what was set aside here.
    missing: Math.max(0, there.size - matched - (connector.keys === undefined ? 0 : quarantined.count)),
    surplus: landed - matched,
  };
}

const countSchema = z.object({ count: z.coerce.number() });

/** The keys of all records that would land now. */
async function keysAtSource(open: ToCompare, table: CataloguedTable): Promise<ValueTable> {
  const { connector, source, context } = open;
  const { signal } = context;
  const toRead = sourceTable(table, await readingOf(open, table));
  const hash = new Uint32Array(2);
  const there = new ValueTable(MAX_KEYS);
  const add = (key: string): void => {
    hashText(key, hash);
    there.add(hash[0] ?? 0, hash[1] ?? 0);
  };
  if (connector.keys !== undefined && table.key !== null) {
    const here = keyHere(toRead.screening);
    for await (const page of connector.keys(source, toRead, { signal }))
      for (const key of page) {
        const landed = here === null ? key : here(key);
        if (landed !== null) add(landedKeyOf(landed));
      }
    return there;
  }
  const keys = new RecordKeys(table.key !== null && table.keyIsUnique, 0);
  for await (const page of connector.pages(source, toRead, { signal }))
    for (const { key } of keys.assign((await readPage(table, page)).records).keyed) add(key);
  return there;
}

function readingOf({ system, context, connectionId }: ToCompare, table: CataloguedTable): Promise<TableToRead> {
  return system.database.unitOfWork(context.tenantId, async (unit) => {
    const { plan } = await unit.em.findOneOrFail(SourceSchemaRow, { id: table.schemaId });
    const ingress = await openIngress(unit, connectionId, system.secrets.vault);
    return { path: table.path, plan, key: table.key, from: null, since: null, screening: await screeningOf(unit, table, ingress) };
  });
}
