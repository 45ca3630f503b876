import { addDays } from '../language/calendar.ts';
import { isTemporal } from '../model/model-index.ts';
import { aggregatesOf, fieldsOfExpression } from '../plan/plan-walk.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import type { Knowledge } from './knowledge.ts';
import { limitedBy } from './limits.ts';

/** Data that end this long ago no longer tell how things stand today. */
const STALE_AFTER_DAYS = 60;

interface Reason {
  text: string;
  effect: number;
}

/** The last day on which anything happened to the records, not counting dates still to come (YYYY-MM-DD). */
function lastDay(knowledge: Knowledge, entity: string, today: string): string | null {
  const days = knowledge.model.entity(entity).attributes.flatMap((attribute) => {
    const max = isTemporal(attribute) ? knowledge.profile.entities[entity]?.attributes[attribute.name]?.max?.slice(0, 10) : null;
    return max == null || max > today ? [] : [max];
  });
  return days.toSorted().at(-1) ?? null;
}

/** A standing figure of data that end long ago: how things stood then. */
function staleReason(knowledge: Knowledge, plan: QueryPlan, today: string): Reason[] {
  const metric = knowledge.metrics.get(plan.measures[0]?.metric ?? '');
  const entity = plan.sources[0]?.entity;
  if (metric?.definition.asOf !== true || entity === undefined || plan.period !== null) return [];
  const last = lastDay(knowledge, entity, today);
  if (last === null || addDays(last, STALE_AFTER_DAYS) >= today) return [];
  return [{ text: `${metric.definition.label} is as of ${last}, where the data end, not as of today`, effect: -0.05 }];
}

/** Other records that feed the metric too and are not in this number; those that lead to one another hold the same money twice. */
function leftOutReason(knowledge: Knowledge, plan: QueryPlan): Reason[] {
  const metric = knowledge.metrics.get(plan.measures[0]?.metric ?? '');
  const taken = plan.sources[0]?.entity;
  if (metric?.computation == null || taken === undefined) return [];
  const leads = (from: string, to: string): boolean => knowledge.model.paths(from).some((path) => path.target === to);
  const others = [metric.computation, ...metric.alternatives].flatMap((computation) => {
    const entity = computation.sources[0]?.entity;
    const rows = entity === undefined ? 0 : (knowledge.profile.entities[entity]?.rows ?? 0);
    return entity === undefined || rows === 0 || leads(taken, entity) || leads(entity, taken) ? [] : [entity];
  });
  const names = [...new Set(others)].map((entity) => knowledge.model.entity(entity).pluralLabel);
  if (names.length === 0) return [];
  const source = knowledge.model.entity(taken).pluralLabel;
  return [{ text: `${metric.definition.label} is that of ${source}; that of ${names.join(' and ')} is not in it`, effect: -0.05 }];
}

/** Records that the viewer does not see are not in the number. */
function limitedReason(knowledge: Knowledge, plan: QueryPlan): Reason[] {
  const rules = limitedBy(knowledge, plan);
  return rules.length === 0 ? [] : [{ text: `Only records that your role sees are counted (${rules.join(', ')})`, effect: 0 }];
}

/** Amounts that say no currency are taken to be in the only one that others name. */
function assumedReason(knowledge: Knowledge, plan: QueryPlan): Reason[] {
  const { model } = knowledge;
  const texts = plan.measures.flatMap(({ expression }) =>
    aggregatesOf(expression).flatMap((leaf) =>
      fieldsOfExpression(leaf.of).flatMap((field) => {
        const at = model.resolve(plan.sources[leaf.source]?.entity ?? '', field);
        const rule = at?.attribute == null ? null : (model.money?.of(at.entity.name, field.attribute) ?? null);
        if (at !== null && rule?.kind === 'fixed' && rule.assumed === true)
          return [`${at.entity.pluralLabel} name no currency and are taken to be in ${rule.currency}, as everything else`];
        if (at === null || rule?.kind !== 'column' || rule.only === null || rule.unnamed === 0) return [];
        const rows = knowledge.profile.entities[at.entity.name]?.rows ?? 0;
        return [`${rule.unnamed} of ${rows} ${at.entity.pluralLabel.toLowerCase()} name no currency and are taken to be in ${rule.only}`];
      }),
    ),
  );
  return [...new Set(texts)].map((text) => ({ text, effect: -0.03 }));
}

/** What a number does not say by itself: whose view it is, that its data are old, that other records would also feed it. */
export function caveatsOf(knowledge: Knowledge, plan: QueryPlan, today: string): Reason[] {
  return [
    ...limitedReason(knowledge, plan),
    ...assumedReason(knowledge, plan),
    ...staleReason(knowledge, plan, today),
    ...leftOutReason(knowledge, plan),
  ];
}
