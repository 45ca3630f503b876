import { outcomeOf, type Outcome } from './outcome.ts';
import type { Fact, RunFacts } from './run-facts.ts';
import { counted, percent } from './wording.ts';

/** What the facts say of a step that is not the sync's own work. */
export interface UnifyNews {
  step: 'MAP' | 'RESOLVE' | 'METRICS';
  status: 'RUNNING' | 'WAITING' | 'SUCCEEDED' | 'FAILED' | 'SKIPPED';
  detail: string | null;
}

const NOTHING_NEW = 'Nothing has changed since the records were unified.';

/** Everything the facts have to say, in the order of the work. What was said before is said again; the run ignores it. */
export function newsOf(facts: RunFacts): UnifyNews[] {
  const outcome = outcomeOf(facts);
  // The sync's own work has failed and says so itself.
  if (facts.synced != null && facts.synced.failure !== null) return [];
  const idle = outcome.status === 'SUCCEEDED' && facts.unified === undefined;
  if (idle) return (['MAP', 'RESOLVE', 'METRICS'] as const).map((step) => ({ step, status: 'SKIPPED', detail: NOTHING_NEW }));
  return [mapNews(facts, outcome), resolveNews(facts, outcome), metricsNews(facts, outcome)].filter((news) => news !== null);
}

function mapNews({ proposed, decided, published, unified }: RunFacts, outcome: Outcome): UnifyNews | null {
  if (published !== undefined) {
    const detail = `version ${published.version} of the model, ${counted(published.entities, 'entity type')}`;
    return { step: 'MAP', status: 'SUCCEEDED', detail };
  }
  if (outcome.status === 'FAILED') return { step: 'MAP', status: 'FAILED', detail: outcome.message };
  if (unified !== undefined) return { step: 'MAP', status: 'SKIPPED', detail: 'The mapping that was published before applies.' };
  if (proposed === undefined) return null;
  return { step: 'MAP', status: decided === undefined ? 'WAITING' : 'RUNNING', detail: proposedDetail(proposed) };
}

function resolveNews({ published, unified }: RunFacts, outcome: Outcome): UnifyNews | null {
  if (published !== undefined && outcome.status === 'FAILED') return { step: 'RESOLVE', status: 'FAILED', detail: outcome.message };
  if (unified === undefined || outcome.status !== 'SUCCEEDED') return null;
  return { step: 'RESOLVE', status: 'SUCCEEDED', detail: unifiedDetail(unified) };
}

function metricsNews({ measured, abandoned }: RunFacts, outcome: Outcome): UnifyNews | null {
  if (outcome.status !== 'SUCCEEDED') return null;
  if (measured !== undefined)
    return { step: 'METRICS', status: 'SUCCEEDED', detail: `${counted(measured.available, 'metric')} can be asked for` };
  return abandoned?.reason === 'CONNECTION_REMOVED' ? { step: 'METRICS', status: 'SKIPPED', detail: 'The connection was removed.' } : null;
}

function proposedDetail({ tables, fields, lowestConfidence }: Fact<'proposed'>): string {
  return `${counted(tables, 'table')}, ${counted(fields, 'column')}, the least certain one ${percent(lowestConfidence)}`;
}

function unifiedDetail({ entities }: Fact<'unified'>): string {
  const touched = entities.filter(({ changed, removed }) => changed > 0 || removed > 0);
  if (touched.length === 0) return 'nothing changed';
  return touched
    .map(({ name, changed, removed }) => `${name}: ${counted(changed)} changed${removed > 0 ? `, ${counted(removed)} removed` : ''}`)
    .join('; ');
}
