import { mainTime } from '../model/time-axis.ts';
import type { Candidate } from './candidate.ts';
import type { Context } from './context.ts';
import { theDimension } from './dimensions.ts';
import { factsOf, quantityOf } from './facts.ts';
import { countOf, metricMeasure, unitsSold } from './measure-choices.ts';
import { isWord } from './node.ts';
import type { Node } from './node.ts';
import type { Roles } from './roles.ts';

const candidate = (measure: Candidate['measures'][number], score: number, note: string, effect: number): Candidate => ({
  kind: 'measures',
  measures: [measure],
  entity: null,
  uses: [],
  score,
  notes: [{ text: note, effect }],
  fromMetric: null,
});

/** `best customers`, `most popular product`: what to rank by when the question does not say. Popularity counts; the best earn most. */
export function defaultMeasures(context: Context, nodes: Node[], roles: Roles): Candidate[] {
  const { rank, subject } = roles;
  if (rank === null || subject === null || rank.by !== 'measure') return [];
  const said = rank.node.item.text.toLowerCase();
  const money = nodes.some((node) => /^spen[dt]$/i.test(node.item.text));
  const used = nodes.some((node) => /^(?:used|chosen|preferred|picked)$/i.test(node.item.text));
  const sells = !money && (/sold|selling|popular/.test(said) || nodes.some((node) => isWord(node, 'sold')));
  const counts =
    !money && (used || /popular|common|frequent|often|busiest|sold|selling/.test(said) || nodes.some((node) => isWord(node, 'sold')));
  const targets = subject.things.flatMap((thing) =>
    thing.kind === 'entity'
      ? [thing.entity]
      : thing.kind === 'relation'
        ? [context.model.relation(thing.entity, thing.relation)?.target ?? '']
        : thing.kind === 'attribute'
          ? [thing.entity]
          : [],
  );
  const found: Candidate[] = [];
  for (const target of new Set(targets.filter((name) => name !== ''))) {
    const attribute = subject.things.every((thing) => thing.kind === 'attribute' || thing.kind === 'metric');
    for (const fact of [...factsOf(context, target), ...(attribute ? [{ entity: target, path: [] }] : [])].slice(0, 4)) {
      const quantity = quantityOf(context, fact.entity);
      const label = context.model.entity(fact.entity).pluralLabel;
      if (quantity !== null && sells)
        found.push(
          candidate(
            unitsSold(context, fact.entity, quantity.of, quantity.label),
            0.5 - fact.path.length * 0.05,
            `"${rank.node.item.text}" is judged by ${quantity.label} of ${label}`,
            -0.1,
          ),
        );
      const won = context.metrics.get('deals_won');
      const isDeal =
        context.model.entity(fact.entity).canonical === 'Opportunity' &&
        won !== undefined &&
        won.computation !== null &&
        nodes.some((node) => isWord(node, 'sold'));
      if (isDeal && won.computation !== null)
        found.push(candidate(metricMeasure(won, won.computation), 0.3, `"${rank.node.item.text}" is judged by deals won`, -0.1));
      else if (counts)
        found.push(
          candidate(
            countOf(context, fact.entity),
            0.2 - fact.path.length * 0.05,
            `"${rank.node.item.text}" is judged by the number of ${label}`,
            -0.12,
          ),
        );
    }
  }
  // Where units are kept, what sells is not judged by how many records there are.
  const units = found.filter((each) => each.measures.some((measure) => measure.id.startsWith('sold:')));
  if (sells && units.length > 0)
    found.splice(0, found.length, ...found.filter((each) => !each.measures.some((measure) => measure.id.startsWith('count:'))));
  const revenue = context.metrics.get('revenue');
  // Who sells to us is not the better for what we sell.
  const sellsToUs = [...targets].some((target) => /supplier|vendor/i.test(target));
  if (!sellsToUs && (!counts || /sold|selling/.test(said)) && revenue !== undefined && revenue.computation !== null) {
    for (const computation of [revenue.computation, ...revenue.alternatives]) {
      const measure = metricMeasure(revenue, computation);
      try {
        theDimension(context, measure.sources[0]?.entity ?? '', subject);
        found.push(candidate(measure, 0.28, `"${rank.node.item.text}" is judged by revenue`, -0.12));
      } catch {
        continue;
      }
    }
  }
  if (subject.time?.kind === 'grain' && counts) {
    const named = context.model.model.entities.filter((entity) =>
      nodes.some((node) => node.things.some((thing) => thing.kind === 'entity' && thing.entity === entity.name)),
    );
    const dated = context.model.model.entities.filter(
      (entity) => mainTime(context.model, entity.name)?.path.length === 0 && factsOf(context, entity.name).length <= 2,
    );
    for (const entity of named.length > 0 ? named : dated.length === 1 ? dated : [])
      found.push(
        candidate(countOf(context, entity.name), 0.2, `"${rank.node.item.text}" is judged by the number of ${entity.pluralLabel}`, -0.1),
      );
  }
  return found;
}
