import { sql } from 'kysely';
import { z } from 'zod';
import type { Topic } from '../../../schema/events/events.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import { requestMail } from '../../kernel/mail/mail-outbox.ts';
import type { Consumer, DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { UserRow } from '../user/user.entity.ts';
import { ChannelRow, type DeliveredNotice } from './channel.entity.ts';
import { enqueue } from './enqueue.ts';
import { isAtLeast, KINDS } from './kinds.ts';
import { NOTICES, type Notice } from './notices.ts';
import { NotificationPreferenceRow } from './notification.entity.ts';

/** People told of one event. */
const MAX_RECIPIENTS = 1_000;
/** Notifications that one person keeps; the oldest go. */
const MAX_KEPT = 500;
/** The inboxes are cut to size at every so many events of a tenant. */
const CUT_EVERY = 20;
const HOUR_MS = 60 * 60 * 1_000;
const MAX_TITLE_CHARACTERS = 200;
const MAX_BODY_CHARACTERS = 1_000;

/** Puts what happens into the inboxes of whoever it concerns and hands it to the company's channels. `queued` is called after something was handed over. */
export function notifyConsumer(system: System, queued: () => void): Consumer {
  return {
    name: 'accounts.notify',
    topics: Object.keys(NOTICES) as Topic[],
    async handle(event) {
      const tell = NOTICES[event.topic] as ((event: DomainEvent) => Notice | null) | undefined;
      const notice = tell?.(event) ?? null;
      if (notice === null) return;
      const handed = await system.database.unitOfWork(event.tenantId, (unit) => tellEverybody(system, unit, event, notice));
      if (handed > 0) queued();
    },
  };
}

/** @returns how many deliveries were handed over */
async function tellEverybody(system: System, unit: UnitOfWork, event: DomainEvent, notice: Notice): Promise<number> {
  const { kind, to } = notice;
  const usual = KINDS[kind];
  const people = await unit.em.find(
    UserRow,
    { kind: 'PERSON', $or: [{ role: { $in: [...to.roles] } }, { id: { $in: [...to.users] } }] },
    { limit: MAX_RECIPIENTS, orderBy: { createdAt: 'asc' } },
  );
  const wishes = await unit.em.find(NotificationPreferenceRow, { kind, userId: { $in: people.map(({ id }) => id) } });
  const wishOf = new Map(wishes.map((wish) => [wish.userId, wish]));
  const group = groupOf(event, notice);
  const inInbox = people.filter(({ id }) => wishOf.get(id)?.inbox ?? usual.inbox).map(({ id }) => id);
  const first = await putInInboxes(unit, inInbox, { event, notice, group });
  const isNews = (id: string): boolean => first.has(id) || !inInbox.includes(id);
  for (const { id, email } of people)
    if ((wishOf.get(id)?.email ?? usual.email) && isNews(id))
      requestMail(unit, system.secrets, mailOf(notice, email, system.config.publicUrl));
  return handOver(system, unit, { event, notice, group });
}

interface Told {
  event: DomainEvent;
  notice: Notice;
  group: string;
}

/** @returns who has not been told of the group before */
async function putInInboxes(unit: UnitOfWork, userIds: readonly string[], { event, notice, group }: Told): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const ids = userIds.map((userId) => nameBasedUuid(userId, group));
  const { severity } = KINDS[notice.kind];
  const title = notice.title.slice(0, MAX_TITLE_CHARACTERS);
  const body = notice.body.slice(0, MAX_BODY_CHARACTERS);
  const at = event.occurredAt;
  const { rows } = await sql`
    insert into notification as n (id, tenant_id, user_id, kind, severity, title, body, link, group_key, times, sequence, created_at, told_at, read_at)
    select u.id, ${unit.tenantId}::uuid, u.user_id, ${notice.kind}, ${severity}, ${title}, ${body}, ${notice.link}, ${group}, 1, ${event.sequence}, ${at}, ${at}, null
      from unnest(${ids}::uuid[], ${userIds}::uuid[]) u (id, user_id)
    on conflict (tenant_id, user_id, group_key) do update
      set times = n.times + 1, title = excluded.title, body = excluded.body, told_at = excluded.told_at, sequence = excluded.sequence, read_at = null
      where n.sequence < excluded.sequence
    returning user_id as id, times`.execute(unit.sql);
  if (event.sequence % CUT_EVERY === 0) await cutInboxes(unit, userIds);
  return new Set(rows.map((row) => toldSchema.parse(row)).flatMap(({ id, times }) => (times === 1 ? [id] : [])));
}

const toldSchema = z.object({ id: z.uuid(), times: z.int() });

async function cutInboxes({ sql: db, tenantId }: UnitOfWork, userIds: readonly string[]): Promise<void> {
  await sql`delete from notification n using (
      select id, row_number() over (partition by user_id order by told_at desc, id desc) as place
      from notification where tenant_id = ${tenantId}::uuid and user_id = any(${userIds}::uuid[])) old
    where n.tenant_id = ${tenantId}::uuid and n.id = old.id and old.place > ${MAX_KEPT}`.execute(db);
}

async function handOver({ clock }: System, unit: UnitOfWork, { event, notice, group }: Told): Promise<number> {
  const { kind, title, body, link, approvalId } = notice;
  const { severity } = KINDS[kind];
  const all = await unit.em.find(ChannelRow, { paused: false });
  const channels = all.filter(
    ({ kinds, minimumSeverity }) => isAtLeast(severity, minimumSeverity) && (kinds == null || kinds.includes(kind)),
  );
  const said: DeliveredNotice = {
    title: title.slice(0, MAX_TITLE_CHARACTERS),
    body: body.slice(0, MAX_BODY_CHARACTERS),
    link,
    ...(approvalId === undefined ? {} : { approvalId }),
    severity,
    occurredAt: event.occurredAt.toISOString(),
  };
  let handed = 0;
  for (const channel of channels)
    if (await enqueue(unit, { id: nameBasedUuid(channel.id, group), channelId: channel.id, kind, notice: said }, clock())) handed += 1;
  return handed;
}

function groupOf(event: DomainEvent, { kind, subject }: Notice): string {
  return subject === null ? event.id : `${kind}:${subject}:${Math.floor(event.occurredAt.getTime() / HOUR_MS)}`;
}

function mailOf({ title, body, link }: Notice, to: string, publicUrl: string): { to: string; subject: string; text: string } {
  const where = link === null ? '' : `\n\n${publicUrl}${link}`;
  return {
    to,
    subject: title.replaceAll(/\s+/gu, ' ').slice(0, MAX_TITLE_CHARACTERS),
    text: `${body}${where}\n\nWhich mails you get is up to you: ${publicUrl}/settings/notifications\n`,
  };
}
