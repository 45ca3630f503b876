import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { CanonicalRelation } from '../canonical/ontology-file.ts';
import type { EntityScore, TableContext } from './choose-entity.ts';
import { type AttributeScore, type ColumnMatch, MAPPING_THRESHOLD, matchColumns, prepareEntity } from './match-columns.ts';
import { phrase, phraseOf, phraseSimilarity } from './name-similarity.ts';
import { type Alternative, type Decisions, type ProposedField, Transform } from './proposal.ts';
import type { Matcher } from './matcher.ts';
import type { Reference } from './references.ts';
import { inferSemantic } from './semantics.ts';
import { publishedType, typeFactor } from './types.ts';
import { vendorTarget } from './vendor-evidence.ts';
import { camelCase, expand, labelOf, normalWords, segment, words } from './words.ts';

const OWN_CONFIDENCE = 0.95;
const LINK_SUFFIXES = new Set(['id', 'key', 'code', 'number', 'fk', 'ref', 'uuid', 'name', 'no', 'nr', 'num', 'cd']);
const RELATION_THRESHOLD = 0.6;

/** A table whose entity is settled; its fields are worked out from here. */
export interface TablePlan {
  readonly context: TableContext;
  readonly score: EntityScore | null;
  readonly name: string;
  readonly nameWords: readonly string[];
  readonly references: ReadonlyMap<string, Reference>;
}

/** What every column of a table becomes, in the order of the columns; names are unique within the entity. */
export function proposeFields(plan: TablePlan, plans: readonly TablePlan[], matcher: Matcher, decisions: Decisions): ProposedField[] {
  const used = new Set<string>();
  const decided = decisions.fields.get(plan.context.object.path) ?? new Map<string, string>();
  const matches = matchesOf(plan, matcher, decided);
  const relations = relationsOf(plan, plans, decided, used);
  for (const match of matches.values()) if (match.match !== null) used.add(match.match.attribute.name);
  return plan.context.object.columns.map((column) => {
    const relation = relations.get(column.name);
    if (relation !== undefined) return relation;
    const match = matches.get(column.name);
    if (match?.match) return canonicalField(column, match.match, match.alternatives, decided.has(column.name), plan);
    return ownField(column, plan, match?.alternatives ?? [], used, decided.get(column.name), matcher.vocabulary);
  });
}

/** Canonical matches by column: a person's decisions first, then the vendor's file, then the matcher on what is left. */
function matchesOf(plan: TablePlan, matcher: Matcher, decided: ReadonlyMap<string, string>): Map<string, ColumnMatch> {
  const result = new Map<string, ColumnMatch>();
  if (plan.score === null) return result;
  const { prepared, vendor } = plan.score;
  const fixed = new Map<string, AttributeScore>();
  const takenAttributes = new Set<string>();
  for (const column of plan.context.object.columns) {
    const decision = decided.get(column.name);
    const attribute = prepared.entity.attributes.find((candidate) => candidate.name === decision);
    // A choice the type does not allow is not followed; acceptance reports it.
    if (attribute === undefined || takenAttributes.has(attribute.name) || typeFactor(column, attribute) === 0) continue;
    fixed.set(column.name, { attribute, confidence: 1, evidence: ['chosen by a person'] });
    takenAttributes.add(attribute.name);
  }
  for (const column of plan.context.plainColumns) {
    const known = vendorTarget(vendor, column.name);
    const attribute = prepared.entity.attributes.find((candidate) => candidate.name === known?.to);
    if (known === null || attribute === undefined || decided.has(column.name) || takenAttributes.has(attribute.name)) continue;
    fixed.set(column.name, { attribute, confidence: known.confidence, evidence: [known.evidence] });
    takenAttributes.add(attribute.name);
  }
  const open = plan.context.plainColumns.filter((column) => !fixed.has(column.name) && !decided.has(column.name));
  const rest = prepareEntity(
    { ...prepared.entity, attributes: prepared.entity.attributes.filter((attribute) => !takenAttributes.has(attribute.name)) },
    matcher.vocabulary,
  );
  for (const match of matchColumns(rest, open, [normalWords(plan.context.core.join(' '))])) result.set(match.column.name, match);
  for (const column of plan.context.object.columns) {
    const match = fixed.get(column.name);
    if (match !== undefined) result.set(column.name, { column, match, alternatives: [] });
  }
  return result;
}

/** Links by column; a person's choice of an attribute for the column wins over a link. */
function relationsOf(
  plan: TablePlan,
  plans: readonly TablePlan[],
  decided: ReadonlyMap<string, string>,
  used: Set<string>,
): Map<string, ProposedField> {
  const result = new Map<string, ProposedField>();
  const entity = plan.score?.prepared.entity;
  const candidates = [...plan.references.values()].map((reference) => {
    const target = plans.find((other) => other.context.object.objectId === reference.target.objectId);
    const best = bestRelation(reference.column, entity?.relations ?? []);
    return { reference, target, best };
  });
  for (const { reference, target, best } of candidates.toSorted((a, b) => (b.best?.similarity ?? 0) - (a.best?.similarity ?? 0))) {
    const column = plan.context.object.columns.find((candidate) => candidate.name === reference.column);
    if (target === undefined || column === undefined) continue;
    const decision = decided.get(column.name);
    if (decision !== undefined && entity?.attributes.some((attribute) => attribute.name === decision)) continue;
    const canonical = canonicalRelation(best, target.name, decision, entity?.relations ?? [], used);
    const own = linkWords(column.name);
    const name = canonical?.name ?? freeAttribute(decision ?? camelCase(own), used, namesOf(plan), 'Link');
    used.add(name);
    const similarity = canonical === null ? 0.9 : Math.max(0.85, best?.similarity ?? 0);
    result.set(column.name, {
      column: column.name,
      attribute: name,
      label: canonical?.label ?? labelOf(own),
      canonical: canonical !== null,
      type: column.type,
      semantic: 'IDENTIFIER',
      transform: Transform.NONE,
      synonyms: synonymsOf(canonical?.label ?? labelOf(own), [
        ...(canonical?.synonyms ?? best?.relation.synonyms ?? []),
        own.join(' '),
        words(column.name).join(' '),
      ]),
      description: canonical?.description ?? column.description,
      currency: null,
      relation: { target: target.name, targetObjectId: reference.target.objectId, targetColumn: reference.targetColumn },
      confidence: decision === undefined ? Math.min(0.98, similarity * (0.75 + 0.25 * reference.coverage)) : 1,
      evidence: [...(decision === undefined ? [] : ['chosen by a person']), ...reference.evidence],
      alternatives: [],
    });
  }
  return result;
}

function canonicalRelation(
  best: { relation: CanonicalRelation; similarity: number } | null,
  target: string,
  decision: string | undefined,
  relations: readonly CanonicalRelation[],
  used: ReadonlySet<string>,
): CanonicalRelation | null {
  const wanted = decision === undefined ? best?.relation : relations.find((relation) => relation.name === decision);
  return wanted !== undefined && wanted.target === target && !used.has(wanted.name) ? wanted : null;
}

function bestRelation(column: string, relations: readonly CanonicalRelation[]): { relation: CanonicalRelation; similarity: number } | null {
  const name = phraseOf(normalWords(linkWords(column).join(' ')));
  let best: { relation: CanonicalRelation; similarity: number } | null = null;
  for (const relation of relations)
    for (const text of [relation.name, relation.label, relation.target, ...relation.synonyms]) {
      const similarity = phraseSimilarity(name, phrase(text));
      if (similarity >= RELATION_THRESHOLD && similarity > (best?.similarity ?? 0)) best = { relation, similarity };
    }
  return best;
}

/** `pizza_type_id` → pizza type; `customerId` → customer; `id` stays. */
function linkWords(column: string): string[] {
  const tokens = words(column.replace(/([a-z])(Id|ID)$/, '$1 id'));
  const bare = tokens.length > 1 && LINK_SUFFIXES.has(tokens.at(-1) ?? '') ? tokens.slice(0, -1) : tokens;
  return expand(bare);
}

function canonicalField(
  column: DiscoveredColumn,
  score: AttributeScore,
  alternatives: readonly AttributeScore[],
  decided: boolean,
  plan: TablePlan,
): ProposedField {
  const { attribute } = score;
  const { type, transform } = publishedType(attribute, column);
  // What people call a key is what their source calls it: two columns of a table may both be an ID.
  const keyWords = words(column.name);
  const label = attribute.name === 'externalId' && keyWords.length > 1 ? labelOf(expand(keyWords)) : attribute.label;
  return {
    column: column.name,
    attribute: attribute.name,
    label,
    canonical: true,
    type,
    semantic: attribute.semantic,
    transform,
    synonyms: synonymsOf(label, [attribute.label, ...attribute.synonyms, bareWords(column.name, plan), words(column.name).join(' ')]),
    description: column.description ?? attribute.description,
    currency: column.currency,
    relation: null,
    confidence: decided ? 1 : score.confidence,
    evidence: score.evidence,
    alternatives: alternativesOf(alternatives),
  };
}

function ownField(
  column: DiscoveredColumn,
  plan: TablePlan,
  nearest: readonly AttributeScore[],
  used: Set<string>,
  decided: string | undefined,
  vocabulary: ReadonlySet<string>,
): ProposedField {
  const key = plan.context.object.primaryKey?.length === 1 && plan.context.object.primaryKey[0] === column.name;
  const tokens = words(column.name);
  const named = /^(?:id|key|uuid)$/i.test(column.name) ? [...plan.nameWords, ...tokens] : tokens;
  const labelWords = named.flatMap((word) => (/^[a-z]+id$/.test(word) ? segment(word, vocabulary) : [word]));
  const label = labelOf(expand(labelWords));
  const name = freeAttribute(decided ?? camelCase(labelWords), used, namesOf(plan), 'Source');
  used.add(name);
  const best = nearest[0]?.confidence ?? 0;
  return {
    column: column.name,
    attribute: name,
    label,
    canonical: false,
    type: column.type,
    semantic: inferSemantic(column, key),
    transform: Transform.NONE,
    synonyms: synonymsOf(label, [words(column.name).join(' '), normalWords(column.name).join(' '), bareWords(column.name, plan)]),
    description: column.description,
    currency: column.currency,
    relation: null,
    confidence: decided === undefined ? OWN_CONFIDENCE - 0.5 * best : 1,
    evidence: [
      decided === undefined
        ? best >= 0.3
          ? 'no canonical attribute fits well enough'
          : 'no canonical attribute is like it'
        : 'chosen by a person',
    ],
    alternatives: alternativesOf(nearest),
  };
}

/** Names an own attribute must not take: those of the canonical entity, which another source may feed one day. */
function namesOf(plan: TablePlan): ReadonlySet<string> {
  const entity = plan.score?.prepared.entity;
  return new Set([...(entity?.attributes ?? []), ...(entity?.relations ?? []), ...(entity?.derived ?? [])].map((target) => target.name));
}

function freeAttribute(wanted: string, used: ReadonlySet<string>, reserved: ReadonlySet<string>, suffix: string): string {
  for (let n = 0; ; n += 1) {
    const name = n === 0 ? wanted : `${wanted}${suffix}${n === 1 ? '' : n}`;
    if (!used.has(name) && !reserved.has(name)) return name;
  }
}

/** The column's words without the table's name in front: `deal_stage` of deals → stage. */
function bareWords(column: string, plan: TablePlan): string {
  const tokens = words(column);
  const head = plan.nameWords.at(-1) ?? '';
  return (tokens.length > 1 && tokens[0] === head ? tokens.slice(1) : tokens).join(' ');
}

function synonymsOf(label: string, texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.toLowerCase()))].filter((text) => text !== '' && text !== label.toLowerCase());
}

function alternativesOf(scores: readonly AttributeScore[]): Alternative[] {
  return scores.map((score) => ({
    attribute: score.attribute.name,
    label: score.attribute.label,
    confidence: Math.min(score.confidence, MAPPING_THRESHOLD + 0.35),
  }));
}
