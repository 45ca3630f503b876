import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Embedder } from '../../kernel/embeddings/embedder.ts';
import type { System } from '../../kernel/system.ts';
import { type Knowledge, SHIPPED_KNOWLEDGE } from '../matching/knowledge.ts';
import { SHIPPED_WEIGHTS } from '../matching/matcher-weights.ts';
import type { PastMapping } from '../matching/past-mapping.ts';
import { normalWords } from '../matching/words.ts';
import { MatcherWeightsRow, PastMappingRow } from './learning.entities.ts';
import { PastVectors } from './past-vectors.ts';

/** Earlier decisions a proposal is made with, the latest first: more than these are told by those near in meaning. */
const MOST_PAST = 2_000;
/** Columns that are looked up by meaning. */
const MOST_COLUMNS = 2_000;

/** Gathers what the matcher shall know of a tenant: earlier decisions, those near in meaning, and its own weights. */
export class KnowledgeService {
  private readonly system: Pick<System, 'database' | 'logger'>;
  private readonly vectors: PastVectors;

  constructor(system: Pick<System, 'database' | 'logger'>, embedder: Embedder) {
    this.system = system;
    this.vectors = new PastVectors(system, embedder);
  }

  /** What is known for a proposal about these objects. Never inside a unit of work. */
  async of(tenantId: string, objects: readonly DiscoveredObject[]): Promise<Knowledge> {
    const { rows, weights } = await this.system.database.unitOfWork(tenantId, async (unit) => ({
      rows: await recent(unit),
      weights: (await unit.em.findOne(MatcherWeightsRow, { tenantId }))?.weights ?? SHIPPED_WEIGHTS,
    }));
    if (rows.length === 0) return weights === SHIPPED_WEIGHTS ? SHIPPED_KNOWLEDGE : { ...SHIPPED_KNOWLEDGE, weights };
    const names = [...new Set(objects.flatMap(({ columns }) => columns.map(({ name }) => normalWords(name).join(' '))))];
    const found = await this.vectors.nearest(tenantId, names.filter((name) => name !== '').slice(0, MOST_COLUMNS)); // prettier-ignore
    const places = new Map(rows.map((row, place) => [row.id, place]));
    const near = new Map<string, { place: number; similarity: number }[]>();
    for (const { words, row, similarity } of found) {
      let place = places.get(row.id);
      if (place === undefined) {
        place = rows.push(row) - 1;
        places.set(row.id, place);
      }
      near.set(words, [...(near.get(words) ?? []), { place, similarity }]);
    }
    return { past: { mappings: rows.map(pastOf), near }, weights };
  }

  /** Earlier decisions near to a column’s name in meaning, or with the same words, nearest first. */
  async similar(tenantId: string, column: string, limit: number): Promise<{ row: PastMappingRow; similarity: number }[]> {
    const words = normalWords(column).join(' ');
    const same = await this.system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(PastMappingRow, { tenantId, words }, { orderBy: { times: 'desc', decidedAt: 'desc', id: 'asc' }, limit }),
    );
    const near = words === '' ? [] : await this.vectors.nearest(tenantId, [words], limit);
    const found = new Map(same.map((row) => [row.id, { row, similarity: 1 }]));
    for (const { row, similarity } of near) if (!found.has(row.id)) found.set(row.id, { row, similarity });
    return [...found.values()].toSorted((a, b) => b.similarity - a.similarity).slice(0, limit);
  }
}

const recent = (unit: UnitOfWork): Promise<PastMappingRow[]> =>
  unit.em.find(PastMappingRow, { tenantId: unit.tenantId }, { orderBy: { decidedAt: 'desc', id: 'desc' }, limit: MOST_PAST });

const pastOf = ({ object, field, words, entity, attribute, canonical, accepted, times }: PastMappingRow): PastMapping => ({
  object,
  field,
  words,
  entity,
  attribute,
  canonical,
  accepted,
  times,
});
