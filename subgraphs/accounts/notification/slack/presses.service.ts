import type { IncomingHttpHeaders } from 'node:http';
import { sql } from 'kysely';
import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { outboundRules } from '../../../kernel/outbound/allowed-address.ts';
import type { System } from '../../../kernel/system.ts';
import { openSecret } from '../../../kernel/vault/vault.ts';
import { isId } from '../../api-key/service-account.service.ts';
import type { UserRow } from '../../user/user.entity.ts';
import { channelSecretContext } from '../channel-secrets.ts';
import { ChannelRow } from '../channel.entity.ts';
import { send } from '../send.ts';
import { decideElsewhere, outcomeOf, type ApprovalNow } from './decide-elsewhere.ts';
import { decidedMessage, whisper } from './messages.ts';
import { readPress, type Press } from './press.ts';
import { verifySlack } from './signature.ts';
import type { SlackDirectory } from './slack-directory.ts';
import { slackErrors } from './slack.errors.ts';
import type { SlackUserService } from './slack-user.service.ts';

const REPLY_TIMEOUT_MS = 10_000;
/** Longer than the signature of a message is taken for. */
const KEPT_MS = 60 * 60_000;
const WITHOUT_REASON = 'APPROVAL_REASON_NEEDED';

const tenantSchema = z.object({ tenant_id: z.uuid() });

interface Channel {
  id: string;
  tenantId: string;
  signingSecret: string;
  /** Asks Slack for addresses; null: it is not asked. */
  botToken: string | null;
}

interface Taken {
  channel: Channel;
  press: Press;
  /** Tells this press from every other. */
  digest: string;
}

/** Takes buttons that people press in Slack, and decides what they say in their name. */
export class PressesService {
  private readonly system: System;
  private readonly users: SlackUserService;
  private readonly directory: SlackDirectory;
  private readonly underWay = new Set<Promise<void>>();

  constructor(system: System, { users, directory }: { users: SlackUserService; directory: SlackDirectory }) {
    this.system = system;
    this.users = users;
    this.directory = directory;
  }

  /**
   * Takes a message that came to the address of a channel. What it asks for is done afterwards: Slack waits for three seconds.
   * @throws SLACK_NOT_FOUND, SLACK_SIGNATURE_INVALID, SLACK_TOO_OLD, SLACK_PRESSED_BEFORE, SLACK_MESSAGE_INVALID
   */
  async take(channelId: string, headers: IncomingHttpHeaders, body: string): Promise<void> {
    const channel = await this.#channelOf(channelId);
    if (channel === null) throw slackErrors.SLACK_NOT_FOUND({});
    const digest = verifySlack(headers, body, channel.signingSecret, this.system.clock());
    if (!(await this.#isFirst(channel.tenantId, digest))) throw slackErrors.SLACK_PRESSED_BEFORE({});
    const press = readPress(body);
    if (press === null) return;
    const work = this.#see({ channel, press, digest }).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  async stop(): Promise<void> {
    await Promise.all(this.underWay);
  }

  async #see(taken: Taken): Promise<void> {
    const { channel, press } = taken;
    try {
      await this.#tell(press, await this.#done(taken));
    } catch (error) {
      this.system.logger.warn({ err: error, channelId: channel.id }, 'a button that was pressed in Slack could not be seen to');
      await this.#tell(press, whisper(error instanceof DomainError ? error.message : 'This did not work. Press again in a moment.'));
    }
  }

  /** @returns what is said in Slack */
  async #done({ channel, press, digest }: Taken): Promise<object> {
    const { tenantId } = channel;
    const { approvalId, decision, user } = press;
    const member = (await this.users.memberOf(tenantId, user)) ?? (await this.#memberByEmail(channel, press));
    if (member === null) return this.#whoAreYou(tenantId, press);
    const decider = { tenantId, userId: member.id, role: member.role };
    const { approval, refusal } = await decideElsewhere(this.system.door, decider, { approvalId, decision, key: `slack:${digest}` });
    const outcome = approval === null ? null : outcomeOf(approval);
    if (approval !== null && outcome !== null) return decidedMessage(this.#question(approval, approvalId), outcome);
    const link = { url: this.#urlOf(approvalId), label: refusal?.code === WITHOUT_REASON ? 'Say why and decide' : 'Open in AutonomOS' };
    return whisper(refusal?.message ?? 'There is no such approval any more.', link);
  }

  async #memberByEmail({ tenantId, botToken }: Channel, { user }: Press): Promise<UserRow | null> {
    if (botToken === null) return null;
    try {
      const email = await this.directory.emailOf(user, botToken);
      return email === null ? null : await this.users.linkByEmail(tenantId, user, email);
    } catch (error) {
      this.system.logger.warn({ err: error }, 'Slack could not be asked who pressed a button; they are asked themselves');
      return null;
    }
  }

  async #whoAreYou(tenantId: string, { user }: Press): Promise<object> {
    const url = `${this.system.config.publicUrl}/settings/slack?code=${await this.users.codeFor(tenantId, user)}`;
    return whisper('Nobody here knows yet who you are in AutonomOS. Say so once, then press again.', { url, label: 'This is me' });
  }

  #question({ title, intent }: ApprovalNow, approvalId: string): { title: string; body: string; url: string } {
    return { title, body: intent, url: this.#urlOf(approvalId) };
  }

  #urlOf(approvalId: string): string {
    return `${this.system.config.publicUrl}/agents?approval=${approvalId}`;
  }

  async #tell({ replyUrl }: Press, message: object): Promise<void> {
    const payload = { headers: { 'content-type': 'application/json', 'user-agent': 'AutonomOS' }, body: JSON.stringify(message) };
    const outcome = await send(replyUrl, payload, { rules: outboundRules(this.system), timeoutMs: REPLY_TIMEOUT_MS });
    if (outcome.kind !== 'DELIVERED') this.system.logger.warn({ problem: outcome.problem }, 'Slack did not take what was said of a button');
  }

  async #channelOf(id: string): Promise<Channel | null> {
    if (!isId(id)) return null;
    const { database, secrets } = this.system;
    const { rows } = await database.systemWork((db) =>
      sql`select c.tenant_id from notification_channel c left join tenant t on t.id = c.tenant_id
        where c.id = ${id}::uuid and t.closing_at is null`.execute(db),
    );
    const tenantId = tenantSchema.safeParse(rows[0]).data?.tenant_id;
    if (tenantId === undefined) return null;
    const row = await database.unitOfWork(tenantId, ({ em }) =>
      em.findOne(ChannelRow, { id, kind: 'SLACK' }, { disableIdentityMap: true }),
    );
    if (row?.signingSecretSealed == null) return null;
    const open = (sealed: string, part: 'signing_secret' | 'bot_token'): string =>
      openSecret(sealed, secrets.vault, channelSecretContext({ id, tenantId }, part));
    return {
      id,
      tenantId,
      signingSecret: open(row.signingSecretSealed, 'signing_secret'),
      botToken: row.botTokenSealed == null ? null : open(row.botTokenSealed, 'bot_token'),
    };
  }

  /** Notes a message that Slack signed. @returns false when it was noted before */
  #isFirst(tenantId: string, digest: string): Promise<boolean> {
    const now = this.system.clock();
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      await sql`delete from slack_press where tenant_id = ${tenantId}::uuid and at < ${new Date(now.getTime() - KEPT_MS)}`.execute(
        unit.sql,
      );
      const { rows } = await sql`insert into slack_press (tenant_id, digest, at) values (${tenantId}::uuid, ${digest}, ${now})
        on conflict do nothing returning digest`.execute(unit.sql);
      return rows.length > 0;
    });
  }
}
