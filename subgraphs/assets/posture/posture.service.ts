import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { PostureDayRow } from './posture-day.entity.ts';
import type { PostureDay } from './posture.type.ts';

const MOST_DEPARTMENTS = 200;

/** Reads how the company and its departments stood day by day. */
export class PostureService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** The last days on which a scan was of, oldest first. @param department null: the whole company */
  async days({ tenantId }: UserViewer, department: string | null, most: number): Promise<PostureDay[]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(PostureDayRow, { tenantId, department: department ?? '' }, { orderBy: { day: 'desc' }, limit: most }),
    );
    return rows.toReversed().map(toDay);
  }

  /** Departments on the last day, those that stand worst first. */
  async departments({ tenantId }: UserViewer): Promise<PostureDay[]> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const [last] = await em.find(PostureDayRow, { tenantId, department: '' }, { orderBy: { day: 'desc' }, limit: 1 });
      if (last === undefined) return [];
      const where = { tenantId, day: last.day, department: { $ne: '' } };
      return (await em.find(PostureDayRow, where, { orderBy: { score: 'asc', department: 'asc' }, limit: MOST_DEPARTMENTS })).map(toDay);
    });
  }
}

function toDay({ scanId, posture }: PostureDayRow): PostureDay {
  const { day, department, score, components, assets, shadow, zombie, parked, unowned, findings } = posture;
  return { day, department, score, components, assets, shadow, zombie, parked, unowned, findings, scanId };
}
