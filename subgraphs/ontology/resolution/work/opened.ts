import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { ModelAttribute, ModelEntity } from '../../../../schema/events/semantic-model.ts';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { sourceTableOf } from '../../golden/tables.ts';
import type { ResolutionModel } from '../engine/types.ts';
import { type Policy, oneOfEach } from '../policy/policy.service.ts';
import { RecordReader } from '../store/records.ts';
import { type ResolutionState, readModel, readState } from '../store/state.ts';
import type { HandedModel } from './resolution.worker.ts';
import type { Resolving } from './recluster.ts';
import type { Judging } from './score-page.ts';

/** Attributes that are looked at when a model is learned: the shipped ontology's first. */
const MAX_ATTRIBUTES = 40;
/** Models kept ready, of all tenants: up to 1 MB each. */
const MODELS_KEPT = 32;

/** An entity type with all that its resolution goes by. */
export interface Opened {
  readonly entity: ModelEntity;
  readonly model: ResolutionModel;
  readonly handed: HandedModel;
  readonly pass: number;
  /** Records that there were when it was learned. */
  readonly learnedFrom: number;
  readonly judging: Judging;
  readonly resolving: Resolving;
  readonly reader: RecordReader;
}

const kept = new LRUCache<string, { model: ResolutionModel; handed: HandedModel }>({ max: MODELS_KEPT });

/** Attributes that may tell records apart. */
export function comparable(entity: ModelEntity): readonly ModelAttribute[] {
  const told = entity.attributes.filter(({ type }) => type !== 'BOOLEAN');
  return told.toSorted((a, b) => Number(b.canonical !== null) - Number(a.canonical !== null)).slice(0, MAX_ATTRIBUTES);
}

/** What an entity type's resolution goes by (`known`: where it stands, if that has been read); null when nothing has been learned, or what was is of attributes that are gone. */
export async function open(
  db: Kysely<TenantTables>,
  tenantId: string,
  entity: ModelEntity,
  policy: Policy,
  now: Date,
  known?: ResolutionState | null,
): Promise<Opened | null> {
  const state = known === undefined ? await readState(db, entity.name) : known;
  if (state?.learned_at == null) return null;
  const key = `${tenantId} ${entity.name} ${state.learned_at}`;
  const learned = kept.get(key) ?? (await load(db, entity.name, key));
  if (learned === null) return null;
  kept.set(key, learned);
  const { model, handed } = learned;
  const attributes = model.fields.flatMap(({ name }) => entity.attributes.find((attribute) => attribute.name === name) ?? []);
  if (attributes.length < model.fields.length) return null;
  return {
    entity,
    model,
    handed,
    pass: state.pass,
    learnedFrom: state.learned_from,
    reader: new RecordReader(entity, attributes),
    judging: {
      within: policy.withinSource !== 'OFF',
      thresholds: {
        match: policy.matchThreshold ?? model.thresholds.match,
        possible: policy.possibleThreshold ?? Math.min(model.thresholds.possible, policy.matchThreshold ?? Infinity),
      },
    },
    resolving: {
      entity: entity.name,
      table: sourceTableOf(entity),
      now,
      rules: { oneEach: oneOfEach(policy), mergeWithin: policy.withinSource === 'MERGE' },
    },
  };
}

async function load(db: Kysely<TenantTables>, entity: string, key: string) {
  const model = await readModel(db, entity);
  return model === null ? null : { model, handed: { key, json: JSON.stringify(model) } };
}
