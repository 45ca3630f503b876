import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import type { System } from '../../../kernel/system.ts';
import { type UserViewer, requireUser } from '../../../kernel/viewer/viewer.ts';
import { modelOf, recordById } from '../../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../../catalogue/catalogue.service.ts';
import { isGolden } from '../../golden/tables.ts';
import { resolutionErrors } from '../resolution.errors.ts';
import type { ChangeRow } from '../store/changes.ts';
import { verifiedAmong, verify } from '../store/verified.ts';
import type { ResolveService } from '../work/resolve.service.ts';
import { oneType } from './decisions.ts';
import { changeById } from './history.ts';
import { refuse } from './refused.ts';

/** Golden records of one entity type, each once. */
export interface Found {
  readonly entity: ModelEntity;
  readonly ids: readonly string[];
}

/** Finds what people name, among what they may see. */
export class Finder {
  readonly #system: System;
  readonly #catalogue: CatalogueService;
  readonly #resolver: ResolveService;

  constructor(system: System, catalogue: CatalogueService, resolver: ResolveService) {
    this.#system = system;
    this.#catalogue = catalogue;
    this.#resolver = resolver;
  }

  /** Golden records by id; ids that ended lead to what they became. @throws Refusal */
  async find({ viewer, loaders }: GraphContext, ids: readonly string[], field: string): Promise<Found> {
    const user = requireUser(viewer);
    const named = [...new Set(ids)];
    const found = await Promise.all(named.map((id) => recordById(loaders, this.#catalogue, user, id)));
    const records = found.map(
      (record, index) => record ?? refuse(resolutionErrors.RESOLUTION_RECORD_UNKNOWN({ id: named[index] ?? '' }), field),
    );
    const entity = oneType(records.map((record) => record.entity));
    if (entity === null) refuse(resolutionErrors.RESOLUTION_TOO_FEW({}), field);
    if (!isGolden(entity)) refuse(resolutionErrors.RESOLUTION_OFF({ name: entity.name }), field);
    await this.#resolver.tables.ensure(user.tenantId);
    return { entity, ids: [...new Set(records.map(({ id }) => id))] };
  }

  /** A change whose records the viewer may all see. @throws Refusal */
  async change({ viewer, loaders }: GraphContext, id: string): Promise<{ entity: ModelEntity; change: ChangeRow }> {
    const user = requireUser(viewer);
    const change = (await this.#resolver.tables.exist(user.tenantId))
      ? await this.#system.database.unitOfWork(user.tenantId, (unit) => unit.asTenant((db) => changeById(db, id)))
      : null;
    const { entities } = await modelOf(loaders, this.#catalogue, user);
    const entity = entities.find(({ name }) => name === change?.entity);
    if (change === null || entity === undefined) refuse(resolutionErrors.RESOLUTION_CHANGE_UNKNOWN({}), 'id');
    for (const { golden } of change.after)
      if ((await recordById(loaders, this.#catalogue, user, golden)) === null) refuse(resolutionErrors.RESOLUTION_CHANGE_UNKNOWN({}), 'id');
    if (change.undone_at !== null) refuse(resolutionErrors.RESOLUTION_UNDONE({}), 'id');
    return { entity, change };
  }

  /** Says whether a golden record is confirmed. */
  async verify({ tenantId, userId }: UserViewer, entity: ModelEntity, id: string, verified: boolean): Promise<void> {
    await this.#system.database.unitOfWork(tenantId, async (unit) => {
      const was = await unit.asTenant(async (db) => {
        const before = (await verifiedAmong(db, [id])).has(id);
        await verify(db, { id, entity: entity.name }, verified ? userId : null);
        return before;
      });
      if (was !== verified)
        unit.audit({
          action: verified ? 'records.verified' : 'records.unverified',
          subject: { type: 'CanonicalRecord', id },
          before: { verified: was },
          after: { verified },
        });
    });
  }

  /** Which golden records are confirmed. */
  async verified({ tenantId }: UserViewer, ids: readonly string[]): Promise<boolean[]> {
    if (!(await this.#resolver.tables.exist(tenantId))) return ids.map(() => false);
    const found = await this.#system.database.unitOfWork(tenantId, (unit) => unit.asTenant((db) => verifiedAmong(db, ids)));
    return ids.map((id) => found.has(id));
  }
}
