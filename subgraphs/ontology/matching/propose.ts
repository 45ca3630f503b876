import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import { type EntityScore, ENTITY_THRESHOLD, type TableContext, scoreEntities, scoreEntity } from './choose-entity.ts';
import { proposeFields } from './fields.ts';
import { type Knowledge, SHIPPED_KNOWLEDGE } from './knowledge.ts';
import { labelFrom } from './labels.ts';
import type { Matcher } from './matcher.ts';
import { type Decisions, NO_DECISIONS, type ProposedTable } from './proposal.ts';
import { type Reference, referencesOf } from './references.ts';
import { arePartsOfOne, holdSame, wholeWords } from './parts.ts';
import { coreWords, isMeaningless, sharedPrefix } from './table-name.ts';
import type { TablePlan } from './table-plan.ts';
import { normalWords, pascalCase, plural, singular, words } from './words.ts';

/** Two tables of one connection feed one canonical entity only when this share of their attributes is the same. */
const SAME_KIND = 0.7;

export interface ProposalRequest {
  readonly connectionName: string;
  readonly objects: readonly DiscoveredObject[];
  /** What was decided about this connection before. */
  readonly decisions?: Decisions;
  /** Entity names that other connections' own tables have taken. */
  readonly taken?: ReadonlySet<string>;
  /** What the tenant decided before, and its own weights; left out: what is shipped. */
  readonly knowledge?: Knowledge;
  /** What somebody has seen, or is in force: columns of it stay what they are there, as long as their types allow. */
  readonly shown?: readonly ProposedTable[];
}

/**
 * Proposes what every table and column of a connection becomes. Pure and deterministic: the same schema and decisions give the
 * same proposal. No column is dropped: what fits no canonical attribute becomes the tenant's own, a table that fits no
 * canonical entity is adopted.
 */
export function propose(matcher: Matcher, request: ProposalRequest): ProposedTable[] {
  const decisions = request.decisions ?? NO_DECISIONS;
  const objects = request.objects.filter((object) => object.columns.length > 0);
  const prefix = sharedPrefix(objects.map((object) => object.name));
  const references = new Map(objects.map((object) => [object.objectId, referencesOf(object, objects, matcher.vocabulary)]));
  const contexts = objects.map((object): TableContext => contextOf(object, prefix, references.get(object.objectId) ?? new Map()));
  const chosen = chooseCanonical(matcher, contexts, decisions);
  const plans = namePlans(matcher, contexts, chosen, references, request, decisions);
  const canonicalNouns = matcher.entities.flatMap((prepared) => prepared.nouns.map((noun) => noun.join(' ')));
  return plans.map((plan) => {
    const others = plans.filter((other) => other.name !== plan.name).map((other) => normalWords(other.name).join(' '));
    return {
      ...tableOf(plan, new Set([...canonicalNouns, ...others])),
      fields: proposeFields(plan, plans, {
        matcher,
        decisions,
        knowledge: request.knowledge ?? SHIPPED_KNOWLEDGE,
        shown: request.shown ?? [],
      }),
    };
  });
}

function contextOf(object: DiscoveredObject, prefix: readonly string[], references: ReadonlyMap<string, Reference>): TableContext {
  return { object, core: coreWords(object.name, prefix), plainColumns: object.columns.filter((column) => !references.has(column.name)) };
}

/** The canonical entity of each table; a second table of the same entity keeps it only when it is of the same kind. */
function chooseCanonical(matcher: Matcher, contexts: readonly TableContext[], decisions: Decisions): Map<string, EntityScore> {
  const chosen = new Map<string, EntityScore>();
  const wishes: { context: TableContext; score: EntityScore }[] = [];
  for (const context of contexts) {
    const decided = decisions.tables.get(context.object.path);
    if (decided !== undefined) {
      const prepared = matcher.entities.find((candidate) => candidate.entity.name === decided);
      const score = prepared ? scoreEntity(context, prepared, matcher.vendors, true) : null;
      if (score !== null) chosen.set(context.object.objectId, score);
      continue;
    }
    const best = scoreEntities(context, matcher.entities, matcher.vendors)[0];
    if (best !== undefined && best.confidence >= ENTITY_THRESHOLD) wishes.push({ context, score: best });
  }
  for (const { context, score } of wishes.toSorted((a, b) => b.score.confidence - a.score.confidence)) {
    const rivals = contexts.filter((other) => chosen.get(other.object.objectId)?.prepared === score.prepared);
    if (rivals.every((rival) => isSameKind(context, score, rival, chosen.get(rival.object.objectId))))
      chosen.set(context.object.objectId, score);
  }
  joinParts(contexts, chosen, decisions, matcher);
  return chosen;
}

/** Files that are parts of one table become one entity: all of them what one of them is, unless a person said otherwise. */
function joinParts(contexts: readonly TableContext[], chosen: Map<string, EntityScore>, decisions: Decisions, matcher: Matcher): void {
  for (const context of contexts) {
    if (chosen.has(context.object.objectId) || decisions.tables.has(context.object.path)) continue;
    const other = contexts.find((one) => chosen.has(one.object.objectId) && arePartsOfOne(context, one));
    const prepared = other === undefined ? undefined : chosen.get(other.object.objectId)?.prepared;
    const score = prepared === undefined ? null : scoreEntity(context, prepared, matcher.vendors, true);
    if (score === null || other === undefined) continue;
    const evidence = [`it has the columns of ${other.object.name}: both are parts of one table`, ...score.evidence.slice(1)];
    chosen.set(context.object.objectId, { ...score, confidence: chosen.get(other.object.objectId)?.confidence ?? 1, evidence });
  }
}

function isSameKind(context: TableContext, score: EntityScore, rival: TableContext, other: EntityScore | undefined): boolean {
  if (other === undefined || arePartsOfOne(context, rival)) return true;
  if (holdSame(context, rival)) return false;
  const linked = (from: TableContext, to: TableContext): boolean =>
    from.object.foreignKeys.some((key) => key.targetObjectId === to.object.objectId);
  if (!score.named || linked(context, rival) || linked(rival, context)) return false;
  const mine = new Set(context.object.columns.map((column) => column.name.toLowerCase()));
  const theirs = new Set(rival.object.columns.map((column) => column.name.toLowerCase()));
  const shared = [...mine].filter((name) => theirs.has(name)).length;
  return shared / (mine.size + theirs.size - shared) >= SAME_KIND;
}

/** Gives every table its entity name; an adopted one is called after its table, and after its connection too when that name is taken. */
function namePlans(
  matcher: Matcher,
  contexts: readonly TableContext[],
  chosen: ReadonlyMap<string, EntityScore>,
  references: ReadonlyMap<string, ReadonlyMap<string, Reference>>,
  request: ProposalRequest,
  decisions: Decisions,
): TablePlan[] {
  const taken = new Set([...matcher.entities.map((prepared) => prepared.entity.name), ...(request.taken ?? [])]);
  const adopted: TablePlan[] = [];
  return contexts.map((context) => {
    const score = chosen.get(context.object.objectId) ?? null;
    const own = references.get(context.object.objectId) ?? new Map<string, Reference>();
    if (score !== null)
      return { context, score, name: score.prepared.entity.name, nameWords: words(score.prepared.entity.name), references: own };
    const decided = decisions.tables.get(context.object.path);
    const sibling = decided === undefined ? adopted.find((plan) => arePartsOfOne(plan.context, context)) : undefined;
    if (sibling !== undefined) return { ...sibling, context, references: own };
    const isPart = contexts.some((other) => arePartsOfOne(other, context));
    const nameWords =
      decided === undefined
        ? singularWords(isPart ? wholeWords(context) : tellingWords(context.core, request.connectionName))
        : words(decided);
    const name = decided !== undefined && !taken.has(decided) ? decided : freeName(nameWords, request.connectionName, taken);
    taken.add(name);
    const plan: TablePlan = { context, score: null, name, nameWords, references: own };
    adopted.push(plan);
    return plan;
  });
}

/** A table called `2019` or `data` says nothing: it is called after its connection. */
function tellingWords(core: readonly string[], connection: string): readonly string[] {
  const source = words(connection);
  if (!isMeaningless(core) || source.length === 0) return core;
  return [...source, ...core.filter((word) => /^\d+$/.test(word))];
}

function singularWords(core: readonly string[]): string[] {
  return core.map((word, index) => (index === core.length - 1 ? singular(word) : word));
}

function freeName(nameWords: readonly string[], connection: string, taken: ReadonlySet<string>): string {
  const plain = pascalCase(nameWords);
  if (!taken.has(plain)) return plain;
  const qualified = pascalCase([...words(connection), ...nameWords]);
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? qualified : `${qualified}${n}`;
    if (!taken.has(name)) return name;
  }
}

function tableOf(plan: TablePlan, elsewhere: ReadonlySet<string>): Omit<ProposedTable, 'fields'> {
  const { object, core } = plan.context;
  const tableWords = core.join(' ');
  const base = { objectId: object.objectId, objectName: object.name, path: object.path, entity: plan.name };
  if (plan.score !== null) {
    const { entity } = plan.score.prepared;
    const synonyms = [...new Set([...entity.synonyms, tableWords])].filter((text) => text !== entity.label.toLowerCase());
    return {
      ...base,
      label: entity.label,
      pluralLabel: entity.plural,
      description: entity.description,
      synonyms,
      canonical: entity.name,
      confidence: plan.score.confidence,
      evidence: plan.score.evidence,
    };
  }
  const last = plan.nameWords.at(-1) ?? '';
  const key = keyLabel(object, plan.nameWords).filter((text) => !elsewhere.has(normalWords(text).join(' ')));
  return {
    ...base,
    label: labelFrom(plan.nameWords, object.name),
    pluralLabel: labelFrom([...plan.nameWords.slice(0, -1), plural(last)], object.name),
    description: object.description,
    synonyms: [...new Set([tableWords, ...key])].filter((text) => text !== plan.nameWords.join(' ')),
    canonical: null,
    confidence: 0.9,
    evidence: ['no canonical entity fits: the table is adopted under its own name'],
  };
}

/** What the records are called by the table's key when it differs from the table: `sales_teams` keyed by `sales_agent`. */
function keyLabel(object: DiscoveredObject, nameWords: readonly string[]): string[] {
  const key = object.primaryKey?.length === 1 ? object.primaryKey[0] : undefined;
  if (key === undefined) return [];
  const tokens = words(key).filter(
    (word, index, all) =>
      !(index === all.length - 1 && all.length > 1 && (word === 'id' || word === 'key' || word === 'code' || word === 'name')),
  );
  const text = tokens.map((word, index) => (index === tokens.length - 1 ? singular(word) : word)).join(' ');
  return text === nameWords.join(' ') || /^(?:id|key|code|name|number|index|row)$/.test(text) ? [] : [text];
}
