import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import { nameBasedUuid } from '../../../kernel/ids/name-based-uuid.ts';
import { olderThan } from '../../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { ticketErrors } from './ticket.errors.ts';
import { TicketRow, type TicketStatus } from './ticket.entity.ts';
import { LinkOfTicket, Ticket } from './ticket.type.ts';

const MAX_NOTE_CHARACTERS = 1_000;
const isId = (text: string): boolean => z.uuid().safeParse(text).success;
const numberSchema = z.object({ number: z.int() });

export type NewTicket = Pick<TicketRow, 'title' | 'body' | 'priority' | 'links' | 'agentId' | 'runId'> & {
  /** Opening a ticket with the same key of the same run again gives the same id. */
  key: string;
  assigneeId: string | null;
};

export interface TicketChange {
  status: TicketStatus | null;
  assigneeId: string | null;
  note: string | null;
}

/** Work that agents found for people; the only writer of `ticket`. */
export class TicketService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Opens a ticket in the caller's transaction, and has whoever it concerns told. */
  async open(unit: UnitOfWork, { key, ...ticket }: NewTicket): Promise<{ id: string; number: number }> {
    const { tenantId, em } = unit;
    const id = nameBasedUuid(ticket.runId, `ticket ${key}`);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`tickets ${tenantId}`}, 0))`.execute(unit.sql);
    const { rows } = await sql`select coalesce(max(number), 0) + 1 as number from ticket where tenant_id = ${tenantId}`.execute(unit.sql);
    const { number } = numberSchema.parse(rows[0]);
    em.create(TicketRow, {
      ...ticket, id, tenantId, number, status: 'OPEN', note: null, openedAt: this.#system.clock(), closedAt: null, closedBy: null,
    }); // prettier-ignore
    // The next one of this transaction is numbered by what is there.
    await em.flush();
    const { title, priority, agentId, runId, assigneeId } = ticket;
    unit.emit('agents.ticket-opened', { ticketId: id, number, title, text: ticket.body, priority, agentId, runId, assigneeId });
    return { id, number };
  }

  /** Newest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, status: TicketStatus | null, page: Page): Promise<ConnectionOf<Ticket>> {
    const where = { tenantId, ...(status === null ? {} : { status }) };
    const after = page.after === null ? {} : { $or: olderThan(page.after, 'openedAt') };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(TicketRow, { ...where, ...after }, { orderBy: { openedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows.map(ticketOf), await em.count(TicketRow, where), ({ openedAt, id }) => [openedAt.toISOString(), id]);
    });
  }

  /** null: there is none with this id. */
  find({ tenantId }: UserViewer, id: string): Promise<Ticket | null> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = isId(id) ? await em.findOne(TicketRow, { tenantId, id }) : null;
      return row === null ? null : ticketOf(row);
    });
  }

  /** @throws TICKET_NOT_FOUND, INVALID_INPUT */
  change({ tenantId, userId }: UserViewer, id: string, { status, assigneeId, note }: TicketChange): Promise<Ticket> {
    if (!isId(id)) throw ticketErrors.TICKET_NOT_FOUND({});
    if (assigneeId !== null && !isId(assigneeId)) throw commonErrors.INVALID_INPUT({ reason: 'The assignee is no member.' });
    if ((note?.length ?? 0) > MAX_NOTE_CHARACTERS)
      throw commonErrors.INVALID_INPUT({ reason: `A note has at most ${MAX_NOTE_CHARACTERS} characters.` });
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(TicketRow, { tenantId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (row === null) throw ticketErrors.TICKET_NOT_FOUND({});
      const open = (status ?? row.status) === 'OPEN';
      if (status !== null && status !== row.status)
        Object.assign(row, { status, closedAt: open ? null : this.#system.clock(), closedBy: open ? null : userId });
      row.assigneeId = assigneeId ?? row.assigneeId ?? null;
      row.note = note ?? row.note ?? null;
      return ticketOf(row);
    });
  }
}

function ticketOf(row: TicketRow): Ticket {
  const { id, number, title, body: text, priority, status, links, openedAt, agentId, runId } = row;
  return Object.assign(new Ticket(), {
    id, number, title, text, priority, status, openedAt, agentId, runId, note: row.note ?? null, closedAt: row.closedAt ?? null,
    ownerId: row.assigneeId ?? null, closerId: row.closedBy ?? null, links: links.map((link) => Object.assign(new LinkOfTicket(), link)),
  }); // prettier-ignore
}
