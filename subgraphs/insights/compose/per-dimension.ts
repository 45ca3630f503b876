import type { MeasureChoice } from './attempt.ts';
import type { Candidate } from './candidate.ts';
import type { Context } from './context.ts';
import { theDimension } from './dimensions.ts';
import { defaultFunction } from './measure-choices.ts';
import { isWord } from './node.ts';
import type { Node } from './node.ts';
import type { Roles } from './roles.ts';

/**
 * `average number of orders per customer`, `average revenue per month`: the total divided by how many customers or months there are among
 * the records. Returns the candidate as that ratio, or null when the sentence is not of that kind.
 */
export function asRatio(
  context: Context,
  candidate: Candidate,
  nodes: Node[],
  roles: Roles,
): { candidate: Candidate; dimension: Node } | null {
  const averaged = nodes.find((node) => isWord(node, 'aggregate') && node.keyword.function === 'average');
  const dimension = roles.dimensions[0];
  const measure = candidate.measures[0];
  const adverb = dimension?.time?.kind === 'grain' && dimension.index > (averaged?.index ?? 0);
  if (
    averaged === undefined ||
    dimension === undefined ||
    measure === undefined ||
    roles.dimensions.length !== 1 ||
    candidate.measures.length !== 1 ||
    !(roles.per || (adverb && /ly$/i.test(dimension.item.text)))
  )
    return null;
  const { expression } = measure;
  const source = measure.sources[0];
  if (expression.kind !== 'aggregate' || source === undefined || measure.sources.length > 1) return null;
  const flows = dimension.time?.kind === 'grain' && isFlow(context, source.entity, measure);
  if (measure.rowField !== null && !((flows || eachIsOne(context, source.entity, dimension)) && addsUp(context, source.entity, measure)))
    return null;
  const adds =
    expression.function === 'count' ||
    expression.function === 'sum' ||
    (measure.id.startsWith('average:') && expression.function === 'average');
  if (!adds) return null;
  const grain = dimension.time?.kind === 'grain' ? dimension.time.grain : null;
  if (grain !== null && source.timeField === null) return null;
  const of =
    grain === null
      ? ({ kind: 'field', field: theDimension(context, source.entity, dimension).field } as const)
      : ({ kind: 'grain', field: source.timeField ?? { path: [], attribute: '' }, grain } as const);
  const total = expression.function === 'average' ? { ...expression, function: 'sum' as const } : expression;
  const unit = grain ?? dimension.item.text.toLowerCase();
  const label = measure.label.replace(/^(?:Average|Number of|Total) /, '');
  const ratio: MeasureChoice = {
    ...measure,
    id: `per:${measure.id}`,
    metric: null,
    label: `Average ${label.charAt(0).toLowerCase()}${label.slice(1)} per ${unit}`,
    unit: measure.unit === 'COUNT' ? 'NUMBER' : measure.unit,
    expression: {
      kind: 'combine',
      operator: '/',
      left: total,
      right: { kind: 'aggregate', source: 0, function: 'countDistinct', of, filters: [] },
    },
  };
  const note = {
    text: `Averaged over the ${unit}s that have any; those without are not counted`,
    effect: -0.05,
  };
  return {
    candidate: {
      ...candidate,
      measures: [ratio],
      uses: [
        ...candidate.uses,
        { node: averaged, kind: 'AGGREGATE', meaning: 'average' },
        { node: dimension, kind: 'DIMENSION', meaning: 'per' },
      ],
      notes: [...candidate.notes, note],
      score: candidate.score + 0.1,
    },
    dimension,
  };
}

/** What runs up over time (spend, sales, units): its average per day is the total of the days, never the mean of the rows of a day. */
function isFlow(context: Context, entity: string, measure: MeasureChoice): boolean {
  const attribute = measure.rowField === null ? null : context.model.attribute(entity, measure.rowField.attribute);
  return (
    attribute !== null &&
    /\b(?:spend|spent|spending|sales|revenue|costs?|expenses?|income|profit|units|quantity|volume|usage|visits|clicks|impressions|consumption)\b/i.test(
      attribute.label,
    )
  );
}

/** Whether a dimension names single records (customers, orders), not kinds of them (departments). */
function eachIsOne(context: Context, entity: string, dimension: Node): boolean {
  if (dimension.time?.kind === 'grain') return false;
  const reached = theDimension(context, entity, dimension);
  return reached.field.path.length + (reached.entity === null ? 0 : 1) > 0
    ? reached.entity !== null
    : ['IDENTIFIER', 'NAME', 'PERSON'].includes(reached.attribute?.semantic ?? '');
}

function addsUp(context: Context, entity: string, measure: MeasureChoice): boolean {
  const attribute = measure.rowField === null ? null : context.model.attribute(entity, measure.rowField.attribute);
  return attribute !== null && defaultFunction(attribute) === 'sum';
}
