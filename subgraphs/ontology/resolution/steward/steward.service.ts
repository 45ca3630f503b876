import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import type { InputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { System } from '../../../kernel/system.ts';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { sourceTableOf } from '../../golden/tables.ts';
import type { ChangedGolden } from '../../publishing/entity-resolver.ts';
import { oneOfEach, policyOf } from '../policy/policy.service.ts';
import { resolutionErrors } from '../resolution.errors.ts';
import type { ChangeRow } from '../store/changes.ts';
import { decidePairs, type PersonsDecision } from '../store/pairs.ts';
import { lockEntity } from '../store/state.ts';
import { type Act, type Reclustered, type Resolving, recluster } from '../work/recluster.ts';
import type { ResolveService } from '../work/resolve.service.ts';
import { askPeople } from './ask-people.ts';
import { changeById } from './history.ts';
import { Refusal, refuse } from './refused.ts';
import { pairsBefore } from './wanted-pairs.ts';

/** How long a person waits for golden records to follow what they decided; it is done all the same when it takes longer. */
const FOLLOW_MS = 2_500;

/** Who decides. */
export interface Decider {
  readonly tenantId: string;
  readonly userId: string;
}

/** Has golden records follow what was decided. */
export interface Follower {
  afterResolution<T extends { changedGolden: ChangedGolden }>(tenantId: string, entityName: string, work: () => Promise<T>): Promise<T>;
}

/** What a decision may use: the entity type's tables within the one transaction it is. */
export interface Deciding {
  readonly db: Kysely<TenantTables>;
  readonly entity: ModelEntity;
  readonly now: Date;
  /** Writes what the person says of pairs and looks at the clusters of these records. @throws Refusal when the pairs do not hold afterwards */
  readonly decide: (kind: Act['kind'], decisions: readonly PersonsDecision[], seeds: readonly string[]) => Promise<Reclustered>;
  /** Looks at the clusters of these records; what was written of pairs before stands. */
  readonly recluster: (seeds: readonly string[], act: Omit<Act, 'by'>) => Promise<Reclustered>;
}

export type Decided = { kind: 'done'; change: ChangeRow } | { kind: 'refused'; problems: InputProblem[] };

/** Carries out what people decide about records, each as one change that can be taken back. */
export class StewardService {
  readonly #system: System;
  readonly #resolver: ResolveService;
  readonly #follower: Follower;

  constructor(system: System, resolver: ResolveService, follower: Follower) {
    this.#system = system;
    this.#resolver = resolver;
    this.#follower = follower;
  }

  /** Carries out a decision in one transaction and has golden records follow it. */
  async act(decider: Decider, entity: ModelEntity, work: (deciding: Deciding) => Promise<Reclustered>): Promise<Decided> {
    const { tenantId, userId } = decider;
    const now = this.#system.clock();
    await this.#resolver.tables.ensure(tenantId);
    try {
      const { result, change } = await this.#system.database.unitOfWork(tenantId, async (unit) => {
        const policy = await policyOf(unit, entity.name);
        const resolving: Resolving = {
          entity: entity.name,
          table: sourceTableOf(entity),
          now,
          rules: { oneEach: oneOfEach(policy), mergeWithin: policy.withinSource === 'MERGE' },
        };
        const done = await unit.asTenant(async (db) => {
          await lockEntity(db, tenantId, entity.name);
          const found = await work(decidingOf(db, entity, resolving, userId));
          return { result: found, change: await changeById(db, found.changes[0] ?? '') };
        });
        if (done.change === null) throw new Error('a decision of a person is always remembered');
        const { id, kind, before, after } = done.change;
        unit.audit({
          action: `records.${kind.toLowerCase()}`,
          subject: { type: 'ResolutionChange', id },
          before: { records: before.map(({ golden }) => golden) },
          after: { entityType: entity.name, records: after.map(({ golden }) => golden) },
        });
        await askPeople(unit, entity, now);
        return { result: done.result, change: done.change };
      });
      await this.#follow(tenantId, entity.name, result.goldens);
      return { kind: 'done', change };
    } catch (error) {
      if (error instanceof Refusal) return { kind: 'refused', problems: error.problems };
      throw error;
    }
  }

  async #follow(tenantId: string, entityName: string, changedGolden: readonly string[]): Promise<void> {
    if (changedGolden.length === 0) return;
    const followed = this.#follower
      .afterResolution(tenantId, entityName, () => Promise.resolve({ changedGolden }))
      .catch((error: unknown) => {
        // What changed stays noted: the next resolution of the type has it followed.
        this.#system.logger.error({ err: error, tenantId, entityName }, 'golden records could not follow a decision yet');
      });
    await Promise.race([followed, wait(FOLLOW_MS, undefined, { ref: false })]);
  }
}

function decidingOf(db: Kysely<TenantTables>, entity: ModelEntity, resolving: Resolving, by: string): Deciding {
  return {
    db,
    entity,
    now: resolving.now,
    decide: async (kind, decisions, seeds) => {
      const pairs = await pairsBefore(db, decisions);
      await decidePairs(db, entity.name, decisions, by, resolving.now);
      const done = await recluster(db, resolving, seeds, { kind, by, pairs });
      const holds = ({ a, b, status }: PersonsDecision): boolean => (done.golden.get(a) === done.golden.get(b)) === (status === 'MATCH');
      if (!decisions.every(holds)) refuse(resolutionErrors.RESOLUTION_KEPT_APART({}));
      return done;
    },
    recluster: (seeds, act) => recluster(db, resolving, seeds, { ...act, by }),
  };
}
