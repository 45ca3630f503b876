import type { SourceObjectRow } from '../objects/source-object.entity.ts';
import type { Way } from './read-way.ts';
import type { Landed } from './trace.service.ts';
import { TraceStep } from './trace.type.ts';

const step = (kind: TraceStep['kind'], at: Date | null, title: string, more: Partial<TraceStep> = {}): TraceStep =>
  Object.assign(new TraceStep(), { kind, at, done: true, title, syncId: null, runId: null, ...more });

/** A step that is still to come unless a time says that it was made. */
const orWaiting = (kind: TraceStep['kind'], at: Date | null, done: string, waits: string): TraceStep =>
  step(kind, at, at === null ? waits : done, { done: at !== null });

/** A record's way as sentences, in the order of its stations. */
export function stepsOf(object: Pick<SourceObjectRow, 'name'>, landed: Landed, way: Way): { steps: TraceStep[]; runIds: string[] } {
  const { connectionName: from, screened, reading, runs } = way;
  const { changedSyncId, syncId, removedAt } = landed;
  const steps = [step('READ', way.readAt, `A sync of “${from}” began to read “${object.name}”.`, { syncId: changedSyncId })];
  if (reading !== null) steps.push(step('REPAIRED', reading.at, `Its fields were read by repair version ${reading.version}.`));
  if (screened.length > 0) {
    const columns = [...new Set(screened.map(({ column }) => column))];
    steps.push(step('SCREENED', landed.landedAt, `Personal data in ${columns.join(', ')} was dealt with by policy.`));
  }
  steps.push(
    removedAt === null
      ? step('LANDED', landed.landedAt, `Record ${landed.ordinal.toLocaleString('en-US')} of “${object.name}” landed.`, {
          syncId: changedSyncId,
        })
      : step('LANDED', null, `It had landed from “${object.name}”.`),
  );
  if (removedAt !== null) steps.push(step('REMOVED', removedAt, `It was gone from “${from}”.`, { syncId: changedSyncId }));
  else if (syncId !== changedSyncId) steps.push(step('SEEN', way.seenAt, 'A later sync found it unchanged.', { syncId }));
  const waits = way.waitsForMapping
    ? 'The mapping of its source waits for a person’s decision.'
    : 'No mapping of its source is in force yet.';
  steps.push(
    orWaiting('MAPPED', way.mappedAt, 'It was written as a record of the business.', waits),
    orWaiting('RESOLVED', way.resolvedAt, 'It was linked to the records it names.', 'It is not yet linked to the records it names.'),
    orWaiting('MEASURED', way.measuredAt, 'Metrics were bound to it.', 'Metrics do not hold it yet.'),
  );
  for (const { id, title, status, finishedAt } of runs)
    steps.push(step('FOLLOWED', finishedAt, `“${title}” ${status.toLowerCase()}.`, { runId: id, done: finishedAt !== null }));
  return { steps, runIds: runs.map(({ id }) => id) };
}
