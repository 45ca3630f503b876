import type { FlowState } from '../machine/flow-state.ts';
import type { Program } from '../machine/program.ts';
import { factsOf, stepOf } from '../machine/stored-flow.ts';
import type { Json } from '../json.ts';

/**
 * What a person approved in the step right before this one; null: nobody did. Whoever approved what a call is made with has approved the call.
 */
export function approvedBefore(program: Program, flow: FlowState, path: string): Json | null {
  const list = path.slice(0, path.lastIndexOf('.') + 1);
  for (const id of stepOf(program, path)?.dependsOn ?? []) {
    if (stepOf(program, `${list}${id}`)?.kind !== 'APPROVAL') continue;
    const facts = factsOf(program, flow, `${list}${id}`);
    const output = facts?.status === 'DONE' ? facts.output : null;
    if (typeof output !== 'object' || output === null || !('decision' in output)) continue;
    const { decision, decidedBy, payload } = output;
    if ((decision === 'APPROVED' || decision === 'EDITED') && decidedBy !== null && payload !== undefined) return payload;
  }
  return null;
}
