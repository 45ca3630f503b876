import { z } from 'zod';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { restoreSome } from './undo.ts';

const subjectSchema = z.object({ connectionId: z.uuid(), objectId: z.uuid(), repairId: z.uuid() });
const checkpointSchema = z.object({ changed: z.int(), removed: z.int() });

/** Restores what a repair had changed, 1 000 records at a time. */
export async function rollBackStep(_system: System, context: StepContext): Promise<void> {
  const { connectionId, objectId, repairId } = subjectSchema.parse(context.subject);
  let done = context.checkpoint === null ? { changed: 0, removed: 0 } : checkpointSchema.parse(context.checkpoint);
  for (let more = true; more;) {
    more = await context.commit(async (unit, step) => {
      const some = await restoreSome(unit, repairId, context.runId);
      done = { changed: done.changed + some.changed, removed: done.removed + some.removed };
      step.checkpoint(done);
      step.progress(0.5, `${(done.changed + done.removed).toLocaleString('en-US')} records restored`);
      if (some.kept > 0) return true;
      const connection = await unit.em.findOne(ConnectionRow, { id: connectionId });
      if (connection !== null && done.changed + done.removed > 0)
        unit.emit('connectors.records-replayed', {
          connectionId, connectionName: connection.name, changeId: context.runId, objects: [{ objectId, ...done }],
        }); // prettier-ignore
      return false;
    });
  }
}
