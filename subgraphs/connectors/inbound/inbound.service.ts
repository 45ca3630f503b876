import type { IncomingHttpHeaders } from 'node:http';
import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import { openSecret, sealSecret } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { newSigningSecret, SECRET_GRACE_MS, verifySigned } from '../../kernel/webhooks/signatures.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { secretContext } from '../connections/source-of.ts';
import { isId } from '../id.ts';
import { InboundEndpointRow } from './inbound-endpoint.entity.ts';
import { eventsDelivered } from '../planes/buses/eventbridge/events.ts';
import { planeFor } from '../planes/plane-gate.ts';
import { inboundErrors } from './inbound.errors.ts';
import { receivesMessages } from './inbound-kinds.ts';
import { storeMessages } from './inbound-store.ts';
import { readMessages } from './read-messages.ts';

const tenantRow = z.object({ tenant_id: z.uuid(), kind: z.string() });

/** Takes messages that sources send. */
export class InboundService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /**
   * Checks a message's signature and keeps it until it is landed; one that came already is taken and not kept again.
   * @throws INBOUND_NOT_FOUND, INBOUND_SIGNATURE_MISSING, INBOUND_SIGNATURE_INVALID, INBOUND_TOO_OLD, INBOUND_BODY_INVALID, INBOUND_FULL, and what the
   * policy about fabric planes says against it
   */
  async receive(connectionId: string, headers: IncomingHttpHeaders, body: string): Promise<{ stored: number; repeated: number }> {
    const { database, clock } = this.#system;
    const found = await this.#tenantOf(connectionId);
    if (found === null) throw inboundErrors.INBOUND_NOT_FOUND({});
    return database.unitOfWork(found.tenantId, async (unit) => {
      const keys = await this.#secretsOf(unit, connectionId);
      const { kind } = found;
      const messages =
        kind === 'EVENTBRIDGE'
          ? eventsDelivered(headers, body, keys)
          : readMessages(headers, body, verifySigned(headers, body, keys, clock()), clock());
      // Whoever may send is known by now: the policy is told to them, and to nobody else.
      const { planeId = null } = await unit.em.findOneOrFail(ConnectionRow, { id: connectionId });
      await planeFor(unit, { kind, planeId });
      return storeMessages(unit, connectionId, messages);
    });
  }

  /** Makes another secret; the one before is accepted for a day. @returns it, this once. @throws CONNECTION_NOT_FOUND, INBOUND_NONE */
  async rotate({ tenantId }: UserViewer, id: string): Promise<{ secret: string; connection: ConnectionRow }> {
    const { database, secrets, clock } = this.#system;
    const secret = newSigningSecret();
    return database.unitOfWork(tenantId, async (unit) => {
      const { em } = unit;
      const connection = isId(id) ? await em.findOne(ConnectionRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['secret'] }) : null; // prettier-ignore
      if (connection === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
      if (!receivesMessages(connection.kind)) throw inboundErrors.INBOUND_NONE({});
      const endpoint = (await em.findOne(InboundEndpointRow, { connectionId: id })) ?? em.create(InboundEndpointRow, { connectionId: id, tenantId, received: 0, lastReceivedAt: null, waiting: false, previousSecret: null, previousUntil: null }); // prettier-ignore
      Object.assign(endpoint, { previousSecret: connection.secret, previousUntil: new Date(clock().getTime() + SECRET_GRACE_MS) });
      em.persist(endpoint);
      connection.secret = sealSecret(secret, secrets.vault, secretContext({ id, tenantId }));
      return { secret, connection };
    });
  }

  /** What came to these connections; null where nothing has yet. */
  async endpoints({ tenantId }: UserViewer, ids: readonly string[]): Promise<(InboundEndpointRow | null)[]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(InboundEndpointRow, { connectionId: [...ids] }));
    return ids.map((id) => rows.find(({ connectionId }) => connectionId === id) ?? null);
  }

  async #tenantOf(connectionId: string): Promise<{ tenantId: string; kind: string } | null> {
    if (!isId(connectionId)) return null;
    const { rows } = await this.#system.database.systemWork((db) =>
      sql`select c.tenant_id, c.kind from connection c left join tenant t on t.id = c.tenant_id
        where c.id = ${connectionId}::uuid and t.closing_at is null and t.frozen_at is null`.execute(db),
    );
    const [row] = z.array(tenantRow).parse(rows);
    return row === undefined || !receivesMessages(row.kind) ? null : { tenantId: row.tenant_id, kind: row.kind };
  }

  async #secretsOf({ em, tenantId }: UnitOfWork, id: string): Promise<string[]> {
    const { secrets, clock } = this.#system;
    const connection = await em.findOne(ConnectionRow, { id }, { populate: ['secret'] });
    const endpoint = await em.findOne(InboundEndpointRow, { connectionId: id }, { populate: ['previousSecret'] });
    const before = endpoint?.previousUntil != null && endpoint.previousUntil > clock() ? endpoint.previousSecret : null;
    const sealed = [connection?.secret, before].filter((one): one is string => typeof one === 'string');
    return sealed.map((one) => openSecret(one, secrets.vault, secretContext({ id, tenantId })));
  }
}
