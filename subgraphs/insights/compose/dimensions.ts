import type { MetricSource } from '../metrics/bound-metric.ts';
import type { FieldRef, Grain } from '../plan/query-plan.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { Unreadable } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { reachDimension } from './fields.ts';
import type { Reached } from './fields.ts';
import type { Node } from './node.ts';
import { stem } from '../language/stem.ts';
import { phraseKey } from '../language/tokenize.ts';
import { isDimension, isTemporal } from '../model/model-index.ts';

/** Two ways this close are equally good: the person must say which. */
const TIE = 0.02;
const GRAIN_LABEL: Record<Grain, string> = {
  year: 'Year',
  quarter: 'Quarter',
  month: 'Month',
  week: 'Week',
  day: 'Day',
  weekday: 'Weekday',
  monthOfYear: 'Month of the year',
  hour: 'Hour',
  fiscalYear: 'Fiscal year',
  fiscalQuarter: 'Fiscal quarter',
};

/** `deals by reason`: what other records call so leads nowhere, and one of the records' own columns ends with the word. */
function ownByLastWord(context: Context, entity: string, node: Node): Reached | null {
  const said = phraseKey(node.item.text);
  const own = context.model
    .entity(entity)
    .attributes.filter((attribute) => isDimension(attribute) && phraseKey(attribute.label).split(' ').at(-1) === said);
  const [attribute] = own;
  if (attribute === undefined || own.length > 1 || !node.things.some(({ kind }) => kind === 'attribute')) return null;
  return {
    field: { path: [], attribute: attribute.name },
    score: -0.25,
    label: attribute.label,
    entity: null,
    grain: isTemporal(attribute) ? 'day' : null,
    attribute,
    why: 'partial',
  };
}

/** The one field a node means for records of an entity. Throws AMBIGUOUS on a tie and NOT_AVAILABLE when nothing leads there. */
export function theDimension(context: Context, entity: string, node: Node): Reached {
  const [best = ownByLastWord(context, entity, node), second] = reachDimension(context, entity, node.things);
  if (best === null)
    throw new Unreadable(
      'NOT_AVAILABLE',
      `${context.model.entity(entity).pluralLabel} cannot be grouped by ${node.item.text}: nothing leads from one to the other without counting twice.`,
      [node.item.text],
    );
  if (
    second !== undefined &&
    best.score - second.score < TIE &&
    best.field.path.length === second.field.path.length &&
    best.field.path.length > 0 &&
    best.entity === second.entity
  ) {
    const labels = [best, second].map((each) => context.model.relation(entity, each.field.path[0] ?? '')?.label ?? each.label);
    if (labels[0] !== labels[1])
      throw new Unreadable(
        'AMBIGUOUS',
        `${node.item.text} can be ${labels.join(' or ')}.`,
        [node.item.text],
        labels.map(
          (label) =>
            `~${node.index}~${label.toLowerCase()}${best.attribute === null || label.toLowerCase().includes(node.item.text.toLowerCase()) ? '' : ` ${node.item.text}`}`,
        ),
      );
  }
  return best;
}

function addGrain(context: Context, attempt: Attempt, node: Node, grain: Grain, sources: MetricSource[], keepBlank: boolean): void {
  if (sources.some((source) => source.timeField === null))
    throw new Unreadable('NOT_AVAILABLE', `There is no date to show it by ${grain}.`, [node.item.text]);
  const daily = (source: MetricSource): boolean =>
    source.timeField !== null && context.model.resolve(source.entity, source.timeField)?.attribute?.type === 'DATE';
  if (grain === 'hour' && sources.some(daily))
    throw new Unreadable('NOT_AVAILABLE', 'The date carries no time of day, so it cannot be shown by hour.', [node.item.text]);
  attempt.use(node, 'DIMENSION', GRAIN_LABEL[grain]);
  attempt.dimensions.push({
    dimension: { label: GRAIN_LABEL[grain], grain, entity: null, keepBlank },
    keys: () => ({ path: [], attribute: '' }),
  });
}

/** The user's own word for a thing known by another name: who asked by sector reads Sector, not Industry. */
function asSaid(node: Node, reached: Reached): string {
  const words = node.item.text.toLowerCase().split(/\s+/);
  if (reached.why !== 'synonym' || words.length > 3 || node.item.corrected !== null) return reached.label;
  const singular = [...words.slice(0, -1), stem(words.at(-1) ?? '')].join(' ');
  return singular.charAt(0).toUpperCase() + singular.slice(1);
}

/** Records without a name of their own go by the kind they belong to, where that is named: pizzas by their pizza type. */
function byKind(context: Context, reached: Reached): Reached | null {
  if (reached.entity === null || reached.field.path.length === 0) return null;
  const entity = context.model.entity(reached.entity);
  const semantic = (of: ModelEntity): string | undefined => of.attributes.find((each) => each.name === of.titleAttribute)?.semantic;
  if (![undefined, 'IDENTIFIER'].includes(semantic(entity))) return null;
  const kinds = entity.relations.filter((relation) => {
    const target = context.model.entity(relation.target);
    return target.label.toLowerCase().startsWith(`${entity.label.toLowerCase()} `) && ['NAME', 'PERSON'].includes(semantic(target) ?? '');
  });
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) return null;
  return { ...reached, field: { path: [...reached.field.path, kind.name], attribute: 'id' }, label: kind.label, entity: kind.target };
}

/** Adds a dimension to the attempt: a thing of the model, or a grain of the measures' own time axis. */
export function addDimension(context: Context, attempt: Attempt, node: Node, sources: MetricSource[], keepBlank: boolean): void {
  if (node.time?.kind === 'grain' && !usableThing(context, node, sources))
    return addGrain(context, attempt, node, node.time.grain, sources, false);
  const base = sources[0];
  if (base === undefined) throw new Error('A dimension without records');
  const meant = theDimension(context, base.entity, node);
  const kind = byKind(context, meant);
  const reached = kind ?? meant;
  if (kind !== null)
    attempt.note(`${context.model.entity(meant.entity ?? '').pluralLabel} have no name of their own and are shown by ${kind.label}`, -0.05);
  for (const source of sources.slice(1)) theDimension(context, source.entity, node);
  attempt.use(node, 'DIMENSION', reached.label);
  attempt.score += reached.score * 0.5;
  if (reached.why === 'partial') attempt.note(`"${node.item.text}" is taken as ${reached.label}`, -0.05);
  attempt.dimensions.push({
    dimension: {
      label: asSaid(node, reached),
      grain: reached.grain,
      entity: reached.entity,
      keepBlank: keepBlank && reached.grain === null,
    },
    keys: (entity) => {
      const own = theDimension(context, entity, node);
      return (kind === null ? own : (byKind(context, own) ?? own)).field;
    },
  });
  return undefined;
}

/** A column called `month` beats the calendar when the records carry no date. */
function usableThing(context: Context, node: Node, sources: MetricSource[]): boolean {
  const source = sources[0];
  return (
    source !== undefined &&
    node.things.length > 0 &&
    source.timeField === null &&
    reachDimension(context, source.entity, node.things).length > 0
  );
}

/** The key of a dimension for one source. */
export function keyOf(entry: Attempt['dimensions'][number], source: MetricSource): FieldRef {
  if (entry.dimension.grain !== null && entry.keys(source.entity).attribute === '') {
    if (source.timeField === null) throw new Error('A grain without a date');
    return source.timeField;
  }
  return entry.keys(source.entity);
}
