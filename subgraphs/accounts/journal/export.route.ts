import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { HttpRoute } from '../../kernel/federation/subgraph-module.ts';
import { permits, rightsOf } from '../../kernel/permissions/actions.ts';
import { requireUser, type UserViewer } from '../../kernel/viewer/viewer.ts';
import { csvHead, csvLine } from './csv.ts';
import { auditConditions, journalConditions } from './entry-filters.ts';
import { readAuditEntry, readJournalEntry } from './entry-rows.ts';
import { journalActions } from './journal.actions.ts';
import type { JournalService } from './journal.service.ts';
import { JournalKind, type AuditEntry, type JournalEntry } from './journal.type.ts';

/** Entries read at once; the next page is read when the last one has left. */
const PAGE = 1_000;

const text = z.string().max(200).optional();
const instant = z.iso.datetime({ offset: true }).pipe(z.coerce.date()).optional();
const questionSchema = z.object({
  format: z.enum(['csv', 'ndjson']).default('ndjson'),
  chain: z.enum(['REQUESTS', 'CHANGES']).default('REQUESTS'),
  userId: text,
  operation: text,
  kind: z.enum(JournalKind).optional(),
  outcome: text,
  failed: z.enum(['true', 'false']).optional(),
  from: instant,
  to: instant,
  requestId: text,
  touched: text,
  action: text,
  subjectType: text,
  subjectId: text,
});
type Question = z.infer<typeof questionSchema>;

/** `GET /journal/export?format=csv|ndjson&chain=REQUESTS|CHANGES`, with the filters of the graph: newest first, streamed as fast as it is read. */
export function exportRoute(service: JournalService): HttpRoute {
  return {
    method: 'GET',
    prefix: '/journal/export',
    async handle(request, response, { viewer }) {
      const user = requireUser(viewer);
      const action = journalActions['journal.read'];
      if (!permits('journal.read', action, rightsOf(user))) throw commonErrors.FORBIDDEN({ action: action.description });
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const parsed = questionSchema.safeParse(Object.fromEntries([...searchParams].filter(([, value]) => value !== '')));
      if (!parsed.success) throw commonErrors.INVALID_INPUT({ reason: z.prettifyError(parsed.error) });
      const { format, chain } = parsed.data;
      const name = chain === 'REQUESTS' ? 'journal' : 'audit-trail';
      response.writeHead(200, {
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/x-ndjson; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.${format}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      await pipeline(Readable.from(lines(service, user, parsed.data)), response);
    },
  };
}

async function* lines(service: JournalService, viewer: UserViewer, question: Question): AsyncGenerator<string> {
  const { chain, format } = question;
  const where = conditionsOf(question);
  const read: (row: unknown) => JournalEntry | AuditEntry = chain === 'REQUESTS' ? readJournalEntry : readAuditEntry;
  if (format === 'csv') yield csvHead(chain);
  let before: number | null = null;
  for (;;) {
    const rows: unknown[] = await service.before(viewer, chain, where, { before, limit: PAGE });
    const entries = rows.map(read);
    if (entries.length > 0)
      yield entries.map((entry) => (format === 'csv' ? csvLine(chain, entry) : `${JSON.stringify(entry)}\n`)).join('');
    const last = entries.at(-1);
    if (last === undefined || entries.length < PAGE) return;
    before = last.sequence;
  }
}

function conditionsOf({ kind, failed, ...question }: Question) {
  const filter = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
  if (question.chain === 'CHANGES') return auditConditions(filter);
  return journalConditions({
    ...filter,
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(failed === undefined ? {} : { failed: failed === 'true' }),
  });
}
