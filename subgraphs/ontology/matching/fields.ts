import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { Knowledge } from './knowledge.ts';
import { labelFrom } from './labels.ts';
import { relationsOf } from './links.ts';
import { type AttributeScore, type ColumnMatch, matchColumns } from './match-columns.ts';
import { type Alternative, type Decisions, type ProposedField, type ProposedTable, Transform } from './proposal.ts';
import type { Matcher } from './matcher.ts';
import { inferSemantic } from './semantics.ts';
import { ReasonKind, reasonOf, textsOf } from './reasons.ts';
import { type TablePlan, freeAttribute, namesOf, synonymsOf } from './table-plan.ts';
import { publishedType, typeFactor } from './types.ts';
import { vendorTarget } from './vendor-evidence.ts';
import { camelCase, normalWords, segment, words } from './words.ts';

const OWN_CONFIDENCE = 0.95;
const LEAST_LIKE = 0.3;
const CHOSEN = reasonOf(ReasonKind.PERSON, 1, 'chosen by a person');

/** What fields are proposed with, beside the table itself. */
interface FieldsGiven {
  readonly matcher: Matcher;
  readonly decisions: Decisions;
  readonly knowledge: Knowledge;
  /** What somebody has seen of these tables, or is in force. */
  readonly shown: readonly ProposedTable[];
}

const isShownAs = (table: ProposedTable, plan: TablePlan): boolean => table.path === plan.context.object.path && table.entity === plan.name;

/** What every column of a table becomes, in the order of the columns; names are unique within the entity. */
export function proposeFields(plan: TablePlan, plans: readonly TablePlan[], given: FieldsGiven): ProposedField[] {
  const { matcher, decisions } = given;
  const used = new Set<string>();
  const decided = decisions.fields.get(plan.context.object.path) ?? new Map<string, string>();
  const matches = matchesOf(plan, decided, given);
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
function matchesOf(
  plan: TablePlan,
  decided: ReadonlyMap<string, string>,
  { knowledge, shown, decisions }: FieldsGiven,
): Map<string, ColumnMatch> {
  const result = new Map<string, ColumnMatch>();
  if (plan.score === null) return result;
  const { prepared, vendor } = plan.score;
  const shaped = decisions.shaping?.[plan.context.object.path];
  // What feeds nothing takes no attribute from others.
  const leftOut = (name: string): boolean => shaped?.columns[name]?.leftOut === true;
  const fixed = new Map<string, AttributeScore>();
  const takenAttributes = new Set<string>();
  for (const column of plan.context.object.columns) {
    const decision = decided.get(column.name);
    const attribute = prepared.entity.attributes.find((candidate) => candidate.name === decision);
    // A choice the type does not allow is not followed; acceptance reports it.
    if (attribute === undefined || takenAttributes.has(attribute.name) || typeFactor(column, attribute) === 0) continue;
    fixed.set(column.name, { attribute, score: 1, confidence: 1, reasons: [CHOSEN], decisions: 0 });
    takenAttributes.add(attribute.name);
  }
  const seen = shown.find((table) => isShownAs(table, plan))?.fields ?? [];
  const before = new Map(seen.filter((field) => field.leftOut !== true).map((field) => [field.column, field]));
  for (const column of plan.context.plainColumns) {
    const field = decided.has(column.name) || leftOut(column.name) ? undefined : before.get(column.name);
    const attribute = prepared.entity.attributes.find((candidate) => candidate.name === field?.attribute);
    if (field === undefined || !field.canonical || field.relation !== null) continue;
    if (attribute === undefined || takenAttributes.has(attribute.name) || typeFactor(column, attribute) === 0) continue;
    const { confidence, reasons = [], learned = 0 } = field;
    fixed.set(column.name, { attribute, score: confidence, confidence, reasons, decisions: learned });
    takenAttributes.add(attribute.name);
  }
  for (const column of plan.context.plainColumns) {
    if (fixed.has(column.name) || leftOut(column.name) || before.get(column.name)?.canonical === false) continue;
    const known = vendorTarget(vendor, column.name);
    const attribute = prepared.entity.attributes.find((candidate) => candidate.name === known?.to);
    if (known === null || attribute === undefined || decided.has(column.name) || takenAttributes.has(attribute.name)) continue;
    const reasons = [reasonOf(ReasonKind.VENDOR, known.confidence, known.evidence)];
    fixed.set(column.name, { attribute, score: known.confidence, confidence: known.confidence, reasons, decisions: 0 });
    takenAttributes.add(attribute.name);
  }
  const isOpen = ({ name }: DiscoveredColumn): boolean =>
    !fixed.has(name) && !decided.has(name) && !leftOut(name) && before.get(name)?.canonical !== false;
  const open = plan.context.plainColumns.filter(isOpen);
  const rest = { ...prepared, targets: prepared.targets.filter(({ attribute }) => !takenAttributes.has(attribute.name)) };
  for (const match of matchColumns(rest, open, [normalWords(plan.context.core.join(' '))], knowledge)) result.set(match.column.name, match);
  for (const column of plan.context.object.columns) {
    const match = fixed.get(column.name);
    if (match !== undefined) result.set(column.name, { column, match, alternatives: [] });
  }
  return result;
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
  const label = attribute.name === 'externalId' && keyWords.length > 1 ? labelFrom(keyWords, column.name) : attribute.label;
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
    evidence: textsOf(score.reasons),
    reasons: score.reasons,
    ...(score.decisions > 0 ? { learned: score.decisions } : {}),
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
  const label = labelFrom(labelWords, column.name);
  const name = freeAttribute(decided ?? camelCase(labelWords), used, namesOf(plan), 'Source');
  used.add(name);
  const best = nearest[0]?.score ?? 0;
  const unlike = best >= LEAST_LIKE ? 'no canonical attribute fits well enough' : 'no canonical attribute is like it';
  const reasons = [decided === undefined ? reasonOf(ReasonKind.NAME, -best, unlike) : CHOSEN];
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
    evidence: textsOf(reasons),
    reasons,
    alternatives: alternativesOf(nearest),
  };
}

/** The column's words without the table's name in front: `deal_stage` of deals → stage. */
function bareWords(column: string, plan: TablePlan): string {
  const tokens = words(column);
  const head = plan.nameWords.at(-1) ?? '';
  return (tokens.length > 1 && tokens[0] === head ? tokens.slice(1) : tokens).join(' ');
}

function alternativesOf(scores: readonly AttributeScore[]): Alternative[] {
  return scores.map((score) => ({
    attribute: score.attribute.name,
    label: score.attribute.label,
    confidence: score.confidence,
  }));
}
