import { z } from 'zod';
import type { AgentDoor, DoorError } from '../../../kernel/door/agent-door.ts';
import type { Role } from '../../../kernel/viewer/viewer.ts';
import type { Decision } from './press.ts';

const TIMEOUT_MS = 20_000;
/** All that a press may do in somebody's name. */
const SCOPES: readonly string[] = ['agents.read', 'approvals.decide'];

const DECIDE = `mutation DecideFromSlack($id: ID!, $decision: Decision!) {
  decideApproval(id: $id, decision: $decision) { ... on InputRefused { problems { code message } } }
}`;
const LOOK = `query ApprovalForSlack($id: ID!) {
  approval(id: $id) { status title intent editedPayload decidedBy { displayName } }
}`;

const decidedSchema = z.object({
  decideApproval: z.object({ problems: z.array(z.object({ code: z.string(), message: z.string() })).optional() }),
});
const approvalSchema = z.object({
  status: z.enum(['PENDING', 'APPROVED', 'REJECTED', 'EXPIRED', 'RESPONDED']),
  title: z.string(),
  intent: z.string(),
  editedPayload: z.unknown(),
  decidedBy: z.object({ displayName: z.string() }).nullable(),
});
const lookSchema = z.object({ approval: approvalSchema.nullable() });

export type ApprovalNow = z.infer<typeof approvalSchema>;

/** What a decision came to. `approval` null: it cannot be seen; `refusal` null: it was taken. */
export interface Decided {
  approval: ApprovalNow | null;
  refusal: { code: string; message: string } | null;
}

/** Somebody who decides without being logged in here. */
export interface Decider {
  tenantId: string;
  userId: string;
  role: Role;
}

/**
 * Decides in somebody's name what an agent asked, through the public door as everybody does, and looks what the approval came to.
 * @param key the same for the same press, which then counts once. @throws DOOR_CLOSED, DOOR_ANSWERS_OTHERWISE
 */
export async function decideElsewhere(
  door: AgentDoor,
  { tenantId, userId, role }: Decider,
  { approvalId: id, decision, key }: { approvalId: string; decision: Decision; key: string },
): Promise<Decided> {
  const caller = { person: { kind: 'user' as const, tenantId, userId, role, scopes: SCOPES }, over: 'slack' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const said = await door.call(caller, { document: DECIDE, variables: { id, decision }, idempotencyKey: key, signal });
  const seen = await door.call(caller, { document: LOOK, variables: { id }, idempotencyKey: null, signal });
  const [error = null] = said.errors;
  const [problem = null] = decidedSchema.safeParse(said.data).data?.decideApproval.problems ?? [];
  return { approval: lookSchema.safeParse(seen.data).data?.approval ?? null, refusal: error === null ? problem : refusalOf(error) };
}

function refusalOf({ code, message }: DoorError): { code: string; message: string } {
  return { code, message };
}

/** What became of an approval, in words; null: it still waits. */
export function outcomeOf({ status, editedPayload, decidedBy }: ApprovalNow): string | null {
  const by = decidedBy === null ? '' : ` by ${decidedBy.displayName}`;
  switch (status) {
    case 'PENDING':
      return null;
    case 'APPROVED':
      return `Approved${editedPayload == null ? '' : ' with changes'}${by}`;
    case 'REJECTED':
      return `Rejected${by}`;
    case 'RESPONDED':
      return `Answered${by}`;
    case 'EXPIRED':
      return 'Nobody decides it any more';
  }
}
