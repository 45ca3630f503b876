import { sql } from 'kysely';
import { z } from 'zod';
import { backoffMs } from '../../kernel/backoff.ts';
import { outboundRules } from '../../kernel/outbound/allowed-address.ts';
import { startLoop, type Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';
import { openSecret } from '../../kernel/vault/vault.ts';
import { channelSecretContext } from './channel-secrets.ts';
import { ChannelRow, DeliveryRow } from './channel.entity.ts';
import { TEST_KIND } from './kinds.ts';
import { payloadOf } from './payload.ts';
import { send, type Outcome } from './send.ts';

/** Looked for at least that often; whoever hands something over wakes the loop. */
const IDLE_MS = 5_000;
/** Attempts at once, altogether and on each channel: a receiver that is slow keeps no other waiting. */
const MAX_UNDER_WAY = 100;
const PER_CHANNEL = 5;
/** Tenants that are looked at in one round. */
const MAX_TENANTS = 50;
/** An attempt that is not told of by then died with its process, and is made again. */
const LEASE_MS = 60_000;
const TIMEOUT_MS = 10_000;
/** About half an hour altogether. */
const MAX_ATTEMPTS = 12;
const BACKOFF = { firstMs: 1_000, longestMs: 30 * 60_000, spread: 0.2 };

const tenantSchema = z.object({ tenant_id: z.uuid() });
const idSchema = z.object({ id: z.uuid() });

/** Sends what is due, outside of any transaction: taken under a lease, sent, and noted. What was sent and not noted is sent again under the same id. */
export class DeliverySender {
  private readonly system: System;
  /** Attempts under way, and how many of them there are on each channel. */
  private readonly underWay = new Set<Promise<void>>();
  private readonly perChannel = new Map<string, number>();
  private loop: Loop | null = null;

  constructor(system: System) {
    this.system = system;
  }

  start(): void {
    const { logger } = this.system;
    this.loop = startLoop({
      round: () => this.round(),
      idleMs: IDLE_MS,
      failed: (error) => logger.warn({ err: error }, 'deliveries could not be looked for'),
    });
  }

  /** Looks for what is due at once. */
  wake(): void {
    this.loop?.wake();
  }

  async stop(): Promise<void> {
    await this.loop?.stop();
    await Promise.all(this.underWay);
  }

  /** Begins what is due, and does not wait for it; whatever is done wakes the loop. */
  private async round(): Promise<boolean> {
    const now = this.system.clock();
    // In any order: tenants whose receivers are slow have something due all the time.
    const { rows } = await this.system.database.systemWork((db) =>
      sql`select tenant_id from notification_delivery
        where status = 'PENDING' and next_at <= ${now} and (leased_until is null or leased_until <= ${now})
        group by tenant_id order by random() limit ${MAX_TENANTS}`.execute(db),
    );
    for (const row of rows) {
      if (this.underWay.size >= MAX_UNDER_WAY) break;
      for (const { channel, delivery } of await this.take(tenantSchema.parse(row).tenant_id)) this.begin(channel, delivery);
    }
    return false;
  }

  private begin(channel: ChannelRow, delivery: DeliveryRow): void {
    const { id } = channel;
    this.perChannel.set(id, (this.perChannel.get(id) ?? 0) + 1);
    const work = this.deliver(channel, delivery).finally(() => {
      this.underWay.delete(work);
      const left = (this.perChannel.get(id) ?? 1) - 1;
      if (left === 0) this.perChannel.delete(id);
      else this.perChannel.set(id, left);
      this.wake();
    });
    this.underWay.add(work);
  }

  private async deliver(channel: ChannelRow, delivery: DeliveryRow): Promise<void> {
    try {
      await this.note(delivery, await this.attempt(channel, delivery));
    } catch (error) {
      this.system.logger.warn({ err: error, deliveryId: delivery.id }, 'what became of a delivery could not be noted; it is sent again');
    }
  }

  private take(tenantId: string): Promise<{ channel: ChannelRow; delivery: DeliveryRow }[]> {
    const now = this.system.clock();
    const until = new Date(now.getTime() + LEASE_MS);
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const channels = await unit.em.find(ChannelRow, {}, { disableIdentityMap: true });
      const taken: { channel: ChannelRow; delivery: DeliveryRow }[] = [];
      for (const channel of channels) {
        const room = PER_CHANNEL - (this.perChannel.get(channel.id) ?? 0);
        if (room <= 0) continue;
        const paused = channel.paused ? sql`and kind = ${TEST_KIND}` : sql``;
        const { rows } = await sql`update notification_delivery set leased_until = ${until}, attempts = attempts + 1
          where tenant_id = ${tenantId}::uuid and id in (select id from notification_delivery
            where tenant_id = ${tenantId}::uuid and channel_id = ${channel.id}::uuid and status = 'PENDING' and next_at <= ${now}
              and (leased_until is null or leased_until <= ${now}) ${paused}
            order by next_at, id limit ${room} for update skip locked)
          returning id`.execute(unit.sql);
        const ids = rows.map((row) => idSchema.parse(row).id);
        const deliveries = ids.length === 0 ? [] : await unit.em.find(DeliveryRow, { id: ids }, { disableIdentityMap: true });
        taken.push(...deliveries.map((delivery) => ({ channel, delivery })));
      }
      return taken;
    });
  }

  private async attempt(channel: ChannelRow, delivery: DeliveryRow): Promise<Outcome> {
    const { config, secrets, clock } = this.system;
    try {
      const url = new URL(openSecret(channel.urlSealed, secrets.vault, channelSecretContext(channel, 'url')));
      const secret =
        channel.secretSealed == null ? null : openSecret(channel.secretSealed, secrets.vault, channelSecretContext(channel, 'secret'));
      const payload = payloadOf(channel.kind, delivery, {
        secret,
        publicUrl: config.publicUrl,
        takesDecisions: channel.signingSecretSealed != null,
        now: clock(),
      });
      return await send(url, payload, { rules: outboundRules(this.system), timeoutMs: TIMEOUT_MS });
    } catch (error) {
      this.system.logger.error({ err: error, channelId: channel.id }, 'a channel could not be opened');
      return { kind: 'REFUSED', status: null, problem: 'The channel’s secrets cannot be opened with the keys that this server has.' };
    }
  }

  private async note(delivery: DeliveryRow, outcome: Outcome): Promise<void> {
    const now = this.system.clock();
    const { attempts, tenantId } = delivery;
    const over = outcome.kind !== 'FAILED' || attempts >= MAX_ATTEMPTS;
    const rest = outcome.kind === 'FAILED' ? (outcome.afterMs ?? backoffMs(attempts, BACKOFF)) : 0;
    const status = outcome.kind === 'DELIVERED' ? 'DELIVERED' : over ? 'DEAD' : 'PENDING';
    const problem = outcome.kind === 'DELIVERED' ? null : outcome.problem;
    const next = new Date(now.getTime() + rest);
    await this.system.database.unitOfWork(tenantId, (unit) =>
      // Whoever took it over in the meantime notes it.
      sql`update notification_delivery set status = ${status}, problem = ${problem}, reply_status = ${outcome.status}, leased_until = null,
        next_at = ${next}, finished_at = ${over ? now : null}
        where tenant_id = ${tenantId}::uuid and id = ${delivery.id}::uuid and status = 'PENDING' and attempts = ${attempts}`.execute(
        unit.sql,
      ),
    );
    if (!over && rest < IDLE_MS) setTimeout(() => this.wake(), rest).unref();
  }
}
