import type { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import type { Tools } from '../tools/tool.ts';
import type { Json } from '../workflows/json.ts';
import { approvalRules } from './approval.errors.ts';

const MAX_CHARACTERS = 64 * 1_024;
const MAX_DEPTH = 20;

/**
 * What a person made of a payload, when it can be done: of the same form as what was asked for, and taken by the tool that does it.
 * @throws APPROVAL_NOT_EDITABLE, APPROVAL_PAYLOAD_INVALID
 */
export async function checkedPayload(
  { tenantId, tool, payload: asked }: Pick<ApprovalRow, 'tenantId' | 'tool' | 'payload'>,
  edited: unknown,
  tools: Pick<Tools, 'find'>,
): Promise<Json> {
  if (asked == null) throw approvalRules.APPROVAL_NOT_EDITABLE({});
  const refuse = (why: string): Error => approvalRules.APPROVAL_PAYLOAD_INVALID({ why });
  if (!isJson(edited, MAX_DEPTH)) throw refuse('it is no JSON, or lies too deep');
  if (JSON.stringify(edited).length > MAX_CHARACTERS) throw refuse(`it has more than ${MAX_CHARACTERS} characters`);
  if (formOf(edited) !== formOf(asked)) throw refuse(`it is ${formOf(edited)}, and ${formOf(asked)} was asked for`);
  const found = tool == null ? null : await tools.find(tenantId, tool);
  const problem = found?.input.safeParse(edited).error?.issues[0];
  if (problem !== undefined) throw refuse(`${problem.path.join('.') || 'it'}: ${problem.message}`);
  return edited;
}

function isJson(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return Object.values(value).every((inner) => isJson(inner, depth - 1));
}

function formOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
