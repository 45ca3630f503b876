import type { Database } from '../../../kernel/database/database.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { Json } from '../../workflows/json.ts';
import type { Effects } from '../effects.ts';
import { ToolFailure, type ToolCall, type ToolReply } from '../tool.ts';

/** Carries out what is ours alone once per call: the effect and its place in the ledger are one transaction, and a repeated call gets the first output. */
export type Once = (tool: string, call: ToolCall, work: (unit: UnitOfWork) => Promise<Json>) => Promise<ToolReply>;

export function onceIn(database: Database, effects: Effects): Once {
  return (tool, { tenantId, agentId, runId, path, idempotencyKey: key, input }, work) =>
    database.unitOfWork(tenantId, async (unit) => {
      const known = await effects.plan(unit, { key, runId, path, agentId, tool, input });
      if (known.state === 'DONE') return { output: known.output };
      if (known.state !== 'NEW') throw new ToolFailure('EFFECT_SETTLED', 'A person has said what became of this; it is not done again.');
      const output = await work(unit);
      await effects.done(unit, key, output);
      return { output };
    });
}
