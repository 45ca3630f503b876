import { sliceFields } from '../answer/variations.ts';
import type { Context } from '../compose/context.ts';
import { timeAttributes } from '../model/time-axis.ts';
import { aggregatesOf } from '../plan/plan-walk.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { barePlan } from '../plan/bare-plan.ts';
import type { FieldRef, QueryPlan } from '../plan/query-plan.ts';
import { inSentence } from '../suggest/question-for.ts';
import { isStanding } from './measures.ts';
import type { BoardMeasure } from './measures.ts';

/** Something a measure can be split by. */
export interface BoardDimension {
  label: string;
  /** How a question names one, and several. */
  spoken: string[];
  plural: string;
  /** The records grouped by; null for an attribute. */
  entity: string | null;
  /** The attribute grouped by; null for records and for what the sentence itself named. */
  field: FieldRef | null;
  /** How many groups there can be. */
  groups: number;
}

/** More groups than this are ranked instead of shown side by side. */
export const SIDE_BY_SIDE = 12;
/** A table of more different things than this is a list of everything. */
const MAX_GROUPS = 100_000;
const MIN_GROUPS = 2;

/** `category` → `categories`: only asked with, never shown. */
export function pluralOf(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function planOver(measure: BoardMeasure): QueryPlan {
  return barePlan(
    'value',
    measure.choice.sources.map((source) => ({ ...source, keys: [] })),
  );
}

/** What a business is steered by, and how its papers are merely handled. */
const TELLING = /family|industry|segment|region|country|categor|channel|department|plan\b|sector|continent|topic/i;
const FORMAL = /payment|currency|gender|device|shipping|browser|language|time ?zone|source file|\bsource\b/i;

/** What the source's own states became: a measure that counts only some of them says nothing by them. */
const STATES = new Set(['outcome', 'state', 'settlement', 'churned']);

function restrictsState(context: Context, measure: BoardMeasure): boolean {
  const { sources, expression } = measure.choice;
  const filters = [...sources.flatMap((source) => source.filters), ...aggregatesOf(expression).flatMap((leaf) => leaf.filters)];
  const fields = filters
    .flatMap((filter) => (filter.kind === 'any' ? filter.filters : [filter]))
    .flatMap((each) => ('field' in each ? [each.field] : []));
  return fields.some((field) => STATES.has(context.model.resolve(measure.entity, field)?.attribute?.canonical ?? ''));
}

function slices(context: Context, measure: BoardMeasure): BoardDimension[] {
  const stateful = restrictsState(context, measure);
  const readable = ({ field }: { field: FieldRef }): boolean => {
    const at = context.model.resolve(measure.entity, field);
    const [value = ''] = context.profile.entities[at?.entity.name ?? '']?.attributes[field.attribute]?.values ?? [];
    return !/^[[{]/.test(value);
  };
  const telling = sliceFields(context, planOver(measure))
    .filter(readable)
    .filter(
      ({ field }) => !stateful || field.path.length > 0 || context.model.resolve(measure.entity, field)?.attribute?.semantic !== 'STATUS',
    );
  const weight = (field: FieldRef): number => {
    const at = context.model.resolve(measure.entity, field);
    const [value = ''] = context.profile.entities[at?.entity.name ?? '']?.attributes[field.attribute]?.values ?? [];
    const name = `${at?.attribute?.canonical ?? ''} ${at?.attribute?.label ?? ''}`;
    // `subscription_cycle` is how a program writes, not how a business speaks.
    return FORMAL.test(name) || /^[a-z]+_[a-z_]+$/.test(value) ? 2 : TELLING.test(name) ? 0 : 1;
  };
  return telling
    .toSorted((a, b) => weight(a.field) - weight(b.field))
    .map(({ field, label }) => {
      const owner = context.model.resolve(measure.entity, field)?.entity;
      const noun = label.toLowerCase();
      const values = context.profile.entities[owner?.name ?? '']?.attributes[field.attribute]?.values?.length ?? 0;
      return {
        label,
        spoken: [noun, ...(owner === undefined ? [] : [`${owner.label.toLowerCase()} ${noun}`])],
        plural: pluralOf(noun),
        entity: null,
        field,
        groups: values,
      };
    });
}

/** A relation called by a code (`did`) is better called by what it leads to. */
const CODE = /^.{0,3}id$|^.{1,2}$/i;

/** Who and what a business ranks: people, firms, products; never orders or visits, which only happen. */
function isRanked(entity: ModelEntity): boolean {
  return isStanding(entity) || timeAttributes(entity).length === 0;
}

/** Records the measured ones belong to, by what they are called: products, agents, customers. */
function belongings(context: Context, measure: BoardMeasure): BoardDimension[] {
  return context.model
    .paths(measure.entity)
    .filter(({ relations, target }) => relations.length >= 1 && relations.length <= 2 && target !== measure.entity)
    .flatMap(({ relations, target }): BoardDimension[] => {
      const entity = context.model.entity(target);
      const rows = context.profile.entities[target]?.rows ?? 0;
      if (entity.titleAttribute === null || context.model.attribute(target, entity.titleAttribute)?.semantic === 'IDENTIFIER') return [];
      if (!isRanked(entity) || rows < MIN_GROUPS || rows > MAX_GROUPS) return [];
      const through = relations.length === 1 ? context.model.relation(measure.entity, relations[0] ?? '') : null;
      const said = through === null || CODE.test(through.label) ? entity.label : through.label;
      const names = [...new Set([said, entity.label])].map((name) => inSentence(name));
      const plural = said === entity.label ? inSentence(entity.pluralLabel) : pluralOf(inSentence(said));
      return [{ label: said, spoken: names, plural, entity: target, field: null, groups: rows }];
    });
}

/** What a measure can be split by, most telling first: few groups near by, then the records it belongs to. */
export function dimensionsOf(context: Context, measure: BoardMeasure): { slices: BoardDimension[]; belongings: BoardDimension[] } {
  // Customers before anybody else: most of what a business ranks, it ranks them by.
  const first = (dimension: BoardDimension): number => (context.model.find(dimension.entity ?? '')?.canonical === 'Account' ? 0 : 1);
  const found = belongings(context, measure).toSorted((a, b) => first(a) - first(b));
  return {
    slices: slices(context, measure),
    belongings: found.filter(
      (each, index) => found.findIndex((other) => other.entity === each.entity && other.label === each.label) === index,
    ),
  };
}
