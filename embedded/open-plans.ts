import { resolve } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Config } from '../subgraphs/kernel/config/config.ts';
import { openDatabase } from '../subgraphs/kernel/database/database.ts';
import type { PlanName } from '../subgraphs/kernel/limits/plans.ts';
import { readUsage, writePlan, type UsageSnapshot } from '../subgraphs/kernel/limits/usage-rows.ts';
import { createLogger } from '../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../subgraphs/kernel/telemetry/metrics.ts';
import { openDatabaseServer } from './database-server.ts';
import { prepareDatabase } from './prepare-database.ts';

/** A tenant with its plan. */
export interface PlannedTenant extends UsageSnapshot {
  id: string;
  slug: string;
}

/** The plans of a database's tenants, opened for as long as they are looked at or given. */
export interface OpenPlans extends AsyncDisposable {
  list(): Promise<PlannedTenant[]>;
  /** Gives a tenant, by its id or its slug, a plan; servers notice within seconds. @returns false when there is no such tenant */
  give(tenant: string, plan: PlanName): Promise<boolean>;
}

const tenantSchema = z.object({ id: z.string(), slug: z.string() });

/** Rejects with DATA_FOLDER_IN_USE while a server runs on an embedded database. */
export async function openPlans(config: Config): Promise<OpenPlans> {
  await using opened = new AsyncDisposableStack();
  const logger = createLogger('silent');
  const server = opened.adopt(
    await openDatabaseServer(config, { dataFolder: resolve(config.dataFolder), bootstrap: config.migrateOnStart, logger }),
    (started) => started.stop(),
  );
  await prepareDatabase(server, logger);
  const urls = { app: server.urlFor('autonomos_app'), provisioner: server.urlFor('autonomos_provisioner') };
  const watch = { logger, metrics: createMetrics({ processMetrics: false }), slowMs: null };
  const database = opened.adopt(await openDatabase(urls, [], watch), (open) => open.close());
  const tenants = async (): Promise<z.infer<typeof tenantSchema>[]> => {
    const { rows } = await database.systemWork((db) => sql`select id, slug from tenant order by created_at, id`.execute(db));
    return rows.map((row) => tenantSchema.parse(row));
  };
  const owned = opened.move();
  return {
    async list() {
      const planned: PlannedTenant[] = [];
      for (const { id, slug } of await tenants()) {
        const snapshot = await database.unitOfWork(id, (unit) => readUsage(unit, new Date(), config.defaultPlan));
        planned.push({ id, slug, ...snapshot });
      }
      return planned;
    },
    async give(tenant, plan) {
      const found = (await tenants()).find(({ id, slug }) => id === tenant || slug === tenant);
      if (found === undefined) return false;
      await database.unitOfWork(found.id, (unit) => writePlan(unit, plan, new Date()));
      return true;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
