import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../../embedded/postgres/embedded-postgres.ts';
import { migrations } from '../../../migrations/index.ts';
import { type Database, openDatabase } from '../../kernel/database/database.ts';
import { migrateUp } from '../../kernel/database/migrate.ts';
import { createLocalEmbedder } from '../../kernel/embeddings/local-embedder.ts';
import { journalKey } from '../../kernel/journal/journal-key.ts';
import { createLogger } from '../../kernel/telemetry/logger.ts';
import { createMetrics } from '../../kernel/telemetry/metrics.ts';
import { ontologyEntities } from '../entities.ts';
import { BUSINESS_WORDS } from '../matching/meanings.ts';
import { keepLessons } from './keep-lessons.ts';
import { KnowledgeService } from './knowledge.service.ts';

const logger = createLogger('silent');
const embedder = createLocalEmbedder(BUSINESS_WORDS);
const at = new Date('2024-05-01T00:00:00Z');
let database: Database;
let stop: () => Promise<void>;
// The embedded database has pgvector; the server other tests run on may not.
beforeAll(async () => {
  const postgres = await startEmbeddedPostgres({ dataFolder: null });
  await migrateUp(postgres.urlFor('autonomos_migrator'), migrations);
  const logins = { app: postgres.urlFor('autonomos_app'), provisioner: postgres.urlFor('autonomos_provisioner') };
  const metrics = createMetrics({ processMetrics: false });
  database = await openDatabase(logins, ontologyEntities, { logger, metrics, slowMs: null }, journalKey(randomBytes(32)));
  stop = async () => {
    await database.close();
    await postgres.stop();
  };
});
afterAll(() => stop());

async function remember(tenantId: string, words: string, attribute: string): Promise<void> {
  const lesson = { object: 'deals', field: words, words, type: null, entity: 'Opportunity', attribute, canonical: true, accepted: true, score: 1 };
  const source = { origin: 'DECISION', connectionId: null, decidedBy: null, decidedAt: at } as const;
  await database.unitOfWork(tenantId, (unit) => keepLessons(unit, [lesson], source));
} // prettier-ignore

test('what was decided about a column is recalled for one that means nearly the same, and never for another tenant', async () => {
  const [mine, other] = [randomUUID(), randomUUID()];
  await remember(mine, 'gesamt summe zwurbel', 'amount');
  await remember(mine, 'wetter', 'region');
  await remember(other, 'gesamt summen zwurbel', 'probability');
  const knowledge = new KnowledgeService({ database, logger }, embedder);
  const found = await knowledge.similar(mine, 'GesamtSummenZwurbel', 5);
  expect(found.map(({ row }) => row.attribute)).toEqual(['amount']);
  expect(found[0]?.similarity).toBeGreaterThan(0.68);
  expect(found[0]?.similarity).toBeLessThan(1);
});

test('vectors of another embedder are made anew, and one that cannot be reached leaves what the words say', async () => {
  const tenant = randomUUID();
  await remember(tenant, 'gesamt summe zwurbel', 'amount');
  await new KnowledgeService({ database, logger }, embedder).similar(tenant, 'x', 1);
  const renamed = { ...embedder, name: 'local-2' };
  expect(await new KnowledgeService({ database, logger }, renamed).similar(tenant, 'gesamt_summen_zwurbel', 1)).toHaveLength(1);
  const away = { name: 'away', embed: () => Promise.reject(new Error('away')) };
  const service = new KnowledgeService({ database, logger }, away);
  expect(await service.similar(tenant, 'gesamt_summen_zwurbel', 1)).toEqual([]);
  expect(await service.similar(tenant, 'gesamt_summe_zwurbel', 1)).toMatchObject([{ similarity: 1 }]);
});
