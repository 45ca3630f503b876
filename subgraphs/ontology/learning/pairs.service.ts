import type { System } from '../../kernel/system.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import { pastWords } from '../matching/past-mapping.ts';
import { normalWords } from '../matching/words.ts';
import { type KnownPair, type Lesson, keepLessons } from './keep-lessons.ts';
import { MatcherWeightsRow, PastMappingRow } from './learning.entities.ts';
import { fitWeights, type LabelledPair } from './fit-weights.ts';

/** Pairs that weights are fitted on: the latest. */
const MOST_FITTED = 20_000;

/** Who imports. */
interface Importer {
  readonly tenantId: string;
  readonly userId: string;
}

/** Pairs of fields that somebody imported, and the weights that are fitted on them. */
export class PairsService {
  private readonly system: Pick<System, 'database' | 'clock'>;

  constructor(system: Pick<System, 'database' | 'clock'>) {
    this.system = system;
  }

  /** Keeps pairs, and fits the matcher's weights on all there are. */
  async import({ tenantId, userId }: Importer, pairs: readonly KnownPair[]): Promise<MatcherWeightsRow> {
    const { database, clock } = this.system;
    const lessons = pairs.map((pair): Lesson => {
      const words = pastWords(pair.field, [normalWords(pair.entity), normalWords(pair.object)]);
      return { ...pair, words, type: null, accepted: pair.score >= 0.5 };
    });
    const source = { origin: 'IMPORT', connectionId: null, decidedBy: userId, decidedAt: clock() } as const;
    const known = await database.unitOfWork(tenantId, async (unit) => {
      await keepLessons(unit, lessons, source);
      unit.audit({ action: 'mapping-pairs.imported', subject: { type: 'MappingPairs', id: tenantId }, before: null, after: { pairs: pairs.length } }); // prettier-ignore
      return unit.em.find(
        PastMappingRow,
        { tenantId, origin: 'IMPORT' },
        { orderBy: { decidedAt: 'desc', id: 'desc' }, limit: MOST_FITTED },
      );
    });
    const { weights, rightBefore, rightAfter } = await fitWeights(known.map(labelled));
    const values = { weights, pairs: known.length, rightBefore, rightAfter, fittedBy: userId, fittedAt: clock() };
    return database.unitOfWork(tenantId, async (unit) => {
      const row = await unit.em.findOne(MatcherWeightsRow, { tenantId });
      if (row !== null) return Object.assign(row, values);
      return unit.em.create(MatcherWeightsRow, { tenantId, ...values });
    });
  }

  /** The tenant's own weights; null: the shipped ones are used. */
  weights(tenantId: string): Promise<MatcherWeightsRow | null> {
    return this.system.database.unitOfWork(tenantId, ({ em }) => em.findOne(MatcherWeightsRow, { tenantId }));
  }

  /** Goes back to the shipped weights, and forgets the pairs that were imported. */
  reset({ tenantId }: Importer): Promise<void> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = await unit.em.findOne(MatcherWeightsRow, { tenantId });
      if (row !== null) unit.em.remove(row);
      const pairs = await unit.em.nativeDelete(PastMappingRow, { tenantId, origin: 'IMPORT' });
      unit.audit({ action: 'mapping-pairs.removed', subject: { type: 'MappingPairs', id: tenantId }, before: { pairs }, after: null });
    });
  }

  /** Imported pairs, newest first. */
  page(tenantId: string, page: Page): Promise<ConnectionOf<PastMappingRow>> {
    const of = { tenantId, origin: 'IMPORT' as const };
    const where = page.after === null ? of : { ...of, $or: olderThan(page.after, 'decidedAt') };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(PastMappingRow, where, { orderBy: { decidedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(PastMappingRow, of), (row) => [row.decidedAt.toISOString(), row.id]);
    });
  }
}

const labelled = ({ object, field, entity, attribute, score, times }: PastMappingRow): LabelledPair => ({
  object,
  field,
  entity,
  attribute,
  score,
  times,
});
