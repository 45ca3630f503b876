import { fieldsOfPlan } from '../plan/plan-walk.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { caveatsOf } from './caveats.ts';
import { backOf } from '../model/model-index.ts';
import type { Knowledge } from './knowledge.ts';

/** However bad the data is, the reading and the mapping count too. */
const MOST_BY_QUALITY = 0.35;
/** Blank shares below this are everyday. */
const NOTABLE_SHARE = 0.02;

/** One thing that raises or lowers the confidence; effects are signed shares. */
export interface Reason {
  text: string;
  effect: number;
}

export interface SourceHealth {
  quarantined: number;
  records: number;
  syncedAt: string | null;
}

/** What the data tests of an entity type and the control totals of its sources come to. */
export interface EntityHealth {
  /** 0…1; 1: nothing is wrong. */
  score: number;
  /** Why, in sentences without values of records. */
  reasons: string[];
}

/** How the data stands that answers are taken from. */
export interface DataHealth {
  /** By id of the source’s object. */
  objects: ReadonlyMap<string, SourceHealth>;
  /** By name of the entity type. */
  entities: ReadonlyMap<string, EntityHealth>;
  /** By which rates amounts were converted, a sentence each. */
  conversions?: readonly string[];
}

const percent = (share: number): string => `${share < 0.01 ? '< 1' : Math.round(share * 100)} %`;

function mappingReason(knowledge: Knowledge, plan: QueryPlan): Reason | null {
  let lowest = { confidence: 1, label: '' };
  for (const { entity, field } of fieldsOfPlan(plan)) {
    const at = knowledge.model.resolve(entity, field);
    if (at?.attribute === undefined || at.attribute === null) continue;
    for (const source of at.entity.sources) {
      const mapped = source.fields.find((each) => each.attribute === at.attribute?.name);
      if (mapped !== undefined && mapped.confidence < lowest.confidence)
        lowest = {
          confidence: mapped.confidence,
          label: `${at.entity.label} ${at.attribute.label} ← ${source.objectName}.${mapped.column}`,
        };
    }
  }
  return lowest.confidence >= 0.95
    ? null
    : { text: `The mapping ${lowest.label} is ${percent(lowest.confidence)} sure`, effect: -(1 - lowest.confidence) * 0.3 };
}

function blankReasons(knowledge: Knowledge, plan: QueryPlan): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { entity, field } of fieldsOfPlan(plan)) {
    const at = knowledge.model.resolve(entity, field);
    const facts = at === null ? undefined : knowledge.profile.entities[at.entity.name];
    const blanks = facts?.attributes[field.attribute]?.blanks ?? 0;
    if (at?.attribute != null && facts !== undefined && facts.rows > 0 && blanks / facts.rows > NOTABLE_SHARE) {
      const share = blanks / facts.rows;
      reasons.set(`${at.entity.name}.${at.attribute.name}`, {
        text: `${percent(share)} of ${at.entity.pluralLabel.toLowerCase()} have no ${at.attribute.label.toLowerCase()}`,
        effect: -Math.min(0.1, share * 0.12),
      });
    }
    let owner = entity;
    for (const step of field.path) {
      const relation = knowledge.model.relation(owner, step);
      const unresolved = knowledge.profile.entities[owner]?.unresolved[step] ?? 0;
      if (relation !== null && unresolved > 0.005)
        reasons.set(`${owner}.${step}`, {
          text: `${percent(unresolved)} of ${knowledge.model.entity(owner).pluralLabel.toLowerCase()} name a ${relation.label.toLowerCase()} that was not found`,
          effect: -Math.min(0.2, unresolved * 0.4),
        });
      owner = backOf(step)?.entity ?? relation?.target ?? owner;
    }
  }
  return [...reasons.values()];
}

function quarantineReason(knowledge: Knowledge, plan: QueryPlan, health: ReadonlyMap<string, SourceHealth>): Reason | null {
  // What is set aside has not been judged by any rule: those under rules are told nothing of it.
  if (knowledge.guard.access.restricted) return null;
  const entities = entitiesOf(plan);
  let quarantined = 0;
  let records = 0;
  for (const name of entities) {
    for (const source of knowledge.model.find(name)?.sources ?? []) {
      quarantined += health.get(source.objectId)?.quarantined ?? 0;
      records += health.get(source.objectId)?.records ?? 0;
    }
  }
  return quarantined === 0
    ? null
    : {
        text: quarantined === 1 ? '1 record is in quarantine and not counted' : `${quarantined} records are in quarantine and not counted`,
        effect: -Math.min(0.2, quarantined / Math.max(1, records + quarantined)),
      };
}

const entitiesOf = (plan: QueryPlan): Set<string> =>
  new Set(
    fieldsOfPlan(plan)
      .map(({ entity }) => entity)
      .concat(plan.sources.map((source) => source.entity)),
  );

/** What is wrong with the records of an entity type lowers what is said of them, and says why. */
function qualityReasons(knowledge: Knowledge, plan: QueryPlan, entities: ReadonlyMap<string, EntityHealth>): Reason[] {
  // Tests and totals count all records: those under rules are told nothing of it.
  if (knowledge.guard.access.restricted) return [];
  return [...entitiesOf(plan)].flatMap((name) => {
    const entity = knowledge.model.find(name);
    // Quality is told by the name that mappings know: people may call the type otherwise by now.
    const health = entities.get(entity?.key ?? name);
    if (health === undefined || health.score >= 1 || health.reasons.length === 0) return [];
    const more = health.reasons.length === 1 ? '' : `, and ${health.reasons.length - 1} more`;
    const label = entity?.pluralLabel ?? name;
    return [{ text: `${label} are not complete: ${health.reasons[0] ?? ''}${more}`, effect: -Math.min(MOST_BY_QUALITY, 1 - health.score) }];
  });
}

/** What the mapping and the data take from the confidence: blanks, links that lead nowhere, quarantine, failing tests, age. */
export function dataReasons(knowledge: Knowledge, plan: QueryPlan, health: DataHealth, today: string): Reason[] {
  const mapping = mappingReason(knowledge, plan);
  const quarantine = quarantineReason(knowledge, plan, health.objects);
  return [
    ...blankReasons(knowledge, plan),
    ...caveatsOf(knowledge, plan, today),
    ...(health.conversions ?? []).map((text) => ({ text, effect: 0 })),
    ...qualityReasons(knowledge, plan, health.entities),
    ...(mapping === null ? [] : [mapping]),
    ...(quarantine === null ? [] : [quarantine]),
  ];
}
