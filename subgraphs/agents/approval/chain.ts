import type { OnExpiry } from '../../kernel/approvals/approval.entity.ts';

/** How far an approval can be escalated: owners are the last. */
const LAST_LEVEL = 2;
const WHO = ['those accountable', 'administrators', 'owners'] as const;

/** How an approval that waits stands. */
export interface Waiting {
  level: number;
  slaMs: number | null;
  dueAt: Date | null;
  requestedAt: Date;
  expiresAt: Date;
  onExpiry: OnExpiry;
}

/** What time has done to it. */
export type Due =
  | { kind: 'ESCALATE'; level: number; dueAt: Date | null; expiresAt: Date; message: string }
  | { kind: 'END'; status: 'EXPIRED' | 'APPROVED' };

/** What is to be done now; null: nothing. Its time is up before it is overdue. */
export function dueNow({ level, slaMs, dueAt, requestedAt, expiresAt, onExpiry }: Waiting, now: Date): Due | null {
  if (expiresAt <= now) {
    if (onExpiry === 'APPROVE') return { kind: 'END', status: 'APPROVED' };
    if (onExpiry === 'REJECT' || level >= LAST_LEVEL) return { kind: 'END', status: 'EXPIRED' };
    // The next have as long as those before them had.
    const lifetimeMs = expiresAt.getTime() - requestedAt.getTime();
    return escalated(level + 1, slaMs, new Date(now.getTime() + Math.max(lifetimeMs / (level + 1), MINUTE_MS)), now);
  }
  if (dueAt === null || dueAt > now || level >= LAST_LEVEL) return null;
  return escalated(level + 1, slaMs, expiresAt, now);
}

const MINUTE_MS = 60_000;

function escalated(level: number, slaMs: number | null, expiresAt: Date, now: Date): Due {
  const dueAt = level >= LAST_LEVEL || slaMs === null ? null : new Date(now.getTime() + slaMs);
  return { kind: 'ESCALATE', level, dueAt, expiresAt, message: `Nobody decided in time, so ${whoIs(level)} are asked too.` };
}

/** Who is asked at a level, in words. */
export function whoIs(level: number): string {
  return WHO[level] ?? 'owners';
}
