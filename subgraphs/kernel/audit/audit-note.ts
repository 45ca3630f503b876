import type { Json } from '../journal/canonical.ts';

/** Values by the name of their field. */
export type AuditFields = Readonly<Record<string, unknown>>;

/** One change of state. */
export interface AuditNote {
  /** What was done: `connection.created`. */
  action: string;
  /** What it was done to. */
  subject: { type: string; id: string };
  /** Of a change only the fields that changed; null: it was not there. */
  before: AuditFields | null;
  /** Null: it is not there any more. */
  after: AuditFields | null;
}

/** What a unit of work has changed, in order. At most 200 changes are told one by one, the rest as one entry with their count. */
export class AuditNotes {
  private readonly kept: AuditNote[] = [];
  private readonly more = new Map<string, number>();

  add(note: AuditNote): void {
    if (this.kept.length < MAX_NOTES) this.kept.push(note);
    else this.more.set(note.action, (this.more.get(note.action) ?? 0) + 1);
  }

  all(): AuditNote[] {
    if (this.more.size === 0) return this.kept;
    const rest: Record<string, Json> = Object.fromEntries(this.more);
    return [...this.kept, { action: 'various.changed', subject: { type: 'Various', id: '-' }, before: null, after: rest }];
  }
}

const MAX_NOTES = 200;
