import { counted, percent } from './wording.ts';
import { outcomeOf, type RunStatus } from './outcome.ts';
import type { Fact, RunFacts } from './run-facts.ts';

export interface Step {
  name: string;
  status: RunStatus;
  detail: string | null;
  at: Date;
}

/** What a run did, in the order of the work. */
export function stepsOf(facts: RunFacts): Step[] {
  const { started, discovered, synced, proposed, published, unified, publishFailed } = facts;
  const over = !['RUNNING', 'WAITING'].includes(outcomeOf(facts).status);
  return [
    started === undefined ? null : step('Sync started', synced === undefined && !over ? 'RUNNING' : 'SUCCEEDED', null, started.at),
    discovered === undefined ? null : step('Schema discovered', 'SUCCEEDED', discoveredDetail(discovered), discovered.at),
    synced === undefined ? null : syncedStep(synced),
    proposed === undefined ? null : step('Mapping proposed', 'SUCCEEDED', proposedDetail(proposed), proposed.at),
    approvalStep(facts),
    published === undefined
      ? publishFailed === undefined
        ? null
        : step('Mapping published', 'FAILED', publishFailed.message, publishFailed.at)
      : step(
          'Mapping published',
          'SUCCEEDED',
          `version ${published.version} of the model, ${counted(published.entities, 'entity type')}`,
          published.at,
        ),
    unified === undefined ? null : step('Records unified', 'SUCCEEDED', unifiedDetail(unified), unified.at),
  ].filter((entry) => entry !== null);
}

function step(name: string, status: RunStatus, detail: string | null, at: string): Step {
  return { name, status, detail, at: new Date(at) };
}

function discoveredDetail({ tables, columns, records, skipped }: Fact<'discovered'>): string {
  const found = `${counted(tables, 'table')}, ${counted(columns, 'column')}, ${counted(records, 'record')}`;
  return skipped === 0 ? found : `${found}; ${counted(skipped, 'object')} skipped`;
}

function syncedStep({ failure, records, changed, removed, quarantined, at }: Fact<'synced'>): Step {
  if (failure !== null) return step('Sync finished', 'FAILED', failure, at);
  const parts = [counted(records, 'record'), `${counted(changed)} changed`];
  if (removed > 0) parts.push(`${counted(removed)} removed`);
  if (quarantined > 0) parts.push(`${counted(quarantined)} in quarantine`);
  return step('Sync finished', 'SUCCEEDED', parts.join(', '), at);
}

function proposedDetail({ tables, fields, lowestConfidence }: Fact<'proposed'>): string {
  return `${counted(tables, 'table')}, ${counted(fields, 'column')}, the least certain one ${percent(lowestConfidence)}`;
}

function approvalStep({ proposed, decided, published, abandoned }: RunFacts): Step | null {
  if (decided?.status === 'APPROVED') return step('Approved', 'SUCCEEDED', decided.comment, decided.at);
  if (decided?.status === 'REJECTED') return step('Rejected', 'FAILED', decided.comment, decided.at);
  if (proposed === undefined) return null;
  // Accepted on the mapping's own page: the publication is the decision.
  if (published !== undefined) return step('Approved', 'SUCCEEDED', null, published.at);
  if (abandoned !== undefined) return step('Approval withdrawn', 'FAILED', null, abandoned.at);
  if (decided?.status === 'EXPIRED') return step('Approval expired', 'FAILED', null, decided.at);
  return step('Waiting for approval', 'WAITING', null, proposed.at);
}

function unifiedDetail({ entities }: Fact<'unified'>): string {
  const touched = entities.filter(({ changed, removed }) => changed > 0 || removed > 0);
  if (touched.length === 0) return 'nothing changed';
  return touched
    .map(({ name, changed, removed }) => `${name}: ${counted(changed)} changed${removed > 0 ? `, ${counted(removed)} removed` : ''}`)
    .join('; ');
}
