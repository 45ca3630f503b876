import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { AuditFilter, JournalFilter } from './journal.input.ts';

const MAX_TEXT = 200;
const uuidSchema = z.uuid();

type Condition = RawBuilder<unknown>;
const NEVER = sql`false`;

/** The conditions of a filter of requests, besides the tenant. @throws INVALID_INPUT */
export function journalConditions(filter: JournalFilter): Condition[] {
  const { userId, operation, kinds, outcome, failed, requestId, touched } = filter;
  return [
    ...ofUser(userId),
    ...(operation == null || operation === '' ? [] : [startsWith(sql`lower(operation)`, checked(operation).toLowerCase())]),
    ...(kinds == null ? [] : [kinds.length === 0 ? NEVER : sql`kind in (${sql.join(kinds)})`]),
    ...(outcome == null || outcome === '' ? [] : [sql`outcome = ${checked(outcome)}`]),
    ...(failed == null ? [] : [failed ? sql`outcome <> 'OK'` : sql`outcome = 'OK'`]),
    ...(requestId == null || requestId === '' ? [] : [sql`request_id = ${checked(requestId)}`]),
    ...(touched == null || touched === '' ? [] : [sql`touched @> array[${checked(touched).toLowerCase()}]`]),
    ...within(filter),
  ];
}

/** The conditions of a filter of changes, besides the tenant. @throws INVALID_INPUT */
export function auditConditions(filter: AuditFilter): Condition[] {
  const { userId, action, subjectType, subjectId, requestId } = filter;
  return [
    ...ofUser(userId),
    ...(action == null || action === '' ? [] : [startsWith(sql`action`, checked(action))]),
    ...(subjectType == null || subjectType === '' ? [] : [sql`subject_type = ${checked(subjectType)}`]),
    ...(subjectId == null || subjectId === '' ? [] : [sql`subject_id = ${checked(subjectId)}`]),
    ...(requestId == null || requestId === '' ? [] : [sql`request_id = ${checked(requestId)}`]),
    ...within(filter),
  ];
}

function ofUser(userId: string | null | undefined): Condition[] {
  if (userId == null || userId === '') return [];
  return [uuidSchema.safeParse(userId).success ? sql`user_id = ${userId}::uuid` : NEVER];
}

function within({ from, to }: { from?: Date | null; to?: Date | null }): Condition[] {
  return [...(from == null ? [] : [sql`at >= ${from}`]), ...(to == null ? [] : [sql`at < ${to}`])];
}

function startsWith(column: Condition, text: string): Condition {
  return sql`starts_with(${column}, ${text})`;
}

function checked(text: string): string {
  if (text.length > MAX_TEXT || text.includes('\u0000'))
    throw commonErrors.INVALID_INPUT({ reason: `A filter has at most ${MAX_TEXT} characters.` });
  return text.toWellFormed();
}
