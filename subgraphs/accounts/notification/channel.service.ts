import { randomBytes, randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { assertAllowedAddress, outboundRules } from '../../kernel/outbound/allowed-address.ts';
import type { System } from '../../kernel/system.ts';
import { sealSecret } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { labelOf, labelProblems } from '../api-key/label.ts';
import { isId } from '../api-key/service-account.service.ts';
import { channelSecretContext, type ChannelSecret } from './channel-secrets.ts';
import { ChannelRow } from './channel.entity.ts';
import type { ChannelKind, NotificationChannel } from './channel.type.ts';
import { unknownKinds } from './inbox.service.ts';
import type { NotificationKind, Severity } from './kinds.ts';
import { notificationErrors } from './notification.errors.ts';
import { ACTIONS_PREFIX } from './slack/press.ts';

const MAX_CHANNELS = 20;
const MAX_URL_CHARACTERS = 2_000;
const SECRET_BYTES = 32;
const MAX_SECRET_CHARACTERS = 500;
const SECRET = /^[\w-]{16,}$/u;

export interface ChannelToMake {
  kind: ChannelKind;
  name: string;
  url: string;
  kinds: readonly string[] | null;
  minimumSeverity: Severity;
  signingSecret: string | null;
  botToken: string | null;
}

export interface ChannelChange {
  name: string | null;
  kinds: readonly string[] | null;
  minimumSeverity: Severity | null;
  paused: boolean | null;
  /** Empty: it is taken away. */
  signingSecret: string | null;
  botToken: string | null;
}

/** Makes, changes and removes the company's channels. */
export class ChannelService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The company's channels, oldest first; there are few. */
  all({ tenantId }: UserViewer): Promise<NotificationChannel[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(ChannelRow, {}, { orderBy: { createdAt: 'asc', id: 'asc' }, limit: MAX_CHANNELS });
      return rows.map((row) => this.#shown(row));
    });
  }

  /** @returns the channel, with the secret of a webhook, or what to correct */
  async create(
    viewer: UserViewer,
    input: ChannelToMake,
  ): Promise<{ channel: NotificationChannel; secret: string | null } | InputProblem[]> {
    const { tenantId, userId } = viewer;
    const { kind, minimumSeverity } = input;
    this.system.flags.require(tenantId, 'webhooks');
    const problems = [...problemsOf(input.name, input.kinds), ...slackProblems(kind, input), ...(await this.addressProblems(input.url))];
    if (problems.length > 0) return problems;
    const { database, clock } = this.system;
    const id = randomUUID();
    const secret = kind === 'WEBHOOK' ? `whsec_${randomBytes(SECRET_BYTES).toString('base64url')}` : null;
    const seal = (text: string | null, part: ChannelSecret): string | null => this.#sealed({ id, tenantId }, text, part);
    const url = new URL(input.url);
    return database.unitOfWork(tenantId, async (unit) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`notification channels ${tenantId}`}, 0))`.execute(unit.sql);
      if ((await unit.em.count(ChannelRow)) >= MAX_CHANNELS)
        return [inputProblem(notificationErrors.TOO_MANY_CHANNELS({ maximum: MAX_CHANNELS }))];
      const row = unit.em.create(ChannelRow, {
        id, tenantId, kind, name: labelOf(input.name), host: url.host, urlSealed: seal(url.href, 'url') ?? '',
        secretSealed: seal(secret, 'secret'), signingSecretSealed: seal(input.signingSecret, 'signing_secret'),
        botTokenSealed: seal(input.botToken, 'bot_token'), kinds: namesOf(input.kinds), minimumSeverity, paused: false,
        createdBy: userId, createdAt: clock(),
      }); // prettier-ignore
      return { channel: this.#shown(row), secret };
    });
  }

  /** @returns the channel as it is now, or what to correct. @throws CHANNEL_NOT_FOUND */
  change({ tenantId }: UserViewer, id: string, wanted: ChannelChange): Promise<NotificationChannel | InputProblem[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = isId(id) ? await em.findOne(ChannelRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
      if (row === null) throw notificationErrors.CHANNEL_NOT_FOUND({});
      const problems = [...problemsOf(wanted.name ?? row.name, wanted.kinds), ...slackProblems(row.kind, wanted)];
      if (problems.length > 0) return problems;
      row.name = labelOf(wanted.name ?? row.name);
      if (wanted.kinds !== null) row.kinds = namesOf(wanted.kinds);
      row.minimumSeverity = wanted.minimumSeverity ?? row.minimumSeverity;
      row.paused = wanted.paused ?? row.paused;
      if (wanted.signingSecret !== null) row.signingSecretSealed = this.#sealed(row, wanted.signingSecret, 'signing_secret');
      if (wanted.botToken !== null) row.botTokenSealed = this.#sealed(row, wanted.botToken, 'bot_token');
      return this.#shown(row);
    });
  }

  /** Removes a channel with what waits for it. @returns false when it was not there */
  remove({ tenantId }: UserViewer, id: string): Promise<boolean> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = isId(id) ? await em.findOne(ChannelRow, { id }) : null;
      if (row !== null) em.remove(row);
      return row !== null;
    });
  }

  /** null: there is nothing to seal. */
  #sealed(channel: { id: string; tenantId: string }, text: string | null, part: ChannelSecret): string | null {
    const secret = text?.trim() ?? '';
    return secret === '' ? null : sealSecret(secret, this.system.secrets.vault, channelSecretContext(channel, part));
  }

  #shown({ id, kind, name, host, kinds, minimumSeverity, paused, createdAt, ...secrets }: ChannelRow): NotificationChannel {
    return {
      id,
      kind,
      name,
      host,
      kinds: kinds ?? null,
      minimumSeverity,
      paused,
      createdAt,
      actionsUrl: kind === 'SLACK' ? `${this.system.config.publicUrl}${ACTIONS_PREFIX}${id}` : null,
      takesDecisions: secrets.signingSecretSealed != null,
      knowsPeople: secrets.botTokenSealed != null,
    };
  }

  private async addressProblems(text: string): Promise<InputProblem[]> {
    const refused = (why: string): InputProblem[] => [inputProblem(notificationErrors.CHANNEL_ADDRESS_INVALID({ why }), 'url')];
    const rules = outboundRules(this.system);
    if (text.length > MAX_URL_CHARACTERS || !URL.canParse(text)) return refused('it is none');
    const url = new URL(text);
    if (url.protocol !== 'https:' && !(rules.allowPrivate && url.protocol === 'http:')) return refused('it does not begin with https://');
    if (url.username !== '' || url.password !== '') return refused('it holds a name or a password');
    try {
      await assertAllowedAddress(url.hostname, rules);
      return [];
    } catch (error) {
      if (error instanceof DomainError) return [inputProblem(error, 'url')];
      throw error;
    }
  }
}

function problemsOf(name: string, kinds: readonly string[] | null): InputProblem[] {
  return [...labelProblems(name, 'name'), ...unknownKinds(kinds ?? [], 'kinds')];
}

/** Empty is all. */
function namesOf(kinds: readonly string[] | null): NotificationKind[] | null {
  return kinds === null || kinds.length === 0 ? null : ([...new Set(kinds)].toSorted() as NotificationKind[]);
}

/** What is wrong with what is given of a Slack app. */
function slackProblems(kind: ChannelKind, given: Pick<ChannelChange, 'signingSecret' | 'botToken'>): InputProblem[] {
  return (['signingSecret', 'botToken'] as const).flatMap((field) => {
    const text = given[field] ?? '';
    if (text === '') return [];
    if (kind !== 'SLACK')
      return [inputProblem(notificationErrors.CHANNEL_SECRET_INVALID({ why: 'only channels of Slack have it' }), field)];
    const fits = text.length <= MAX_SECRET_CHARACTERS && SECRET.test(text.trim());
    return fits ? [] : [inputProblem(notificationErrors.CHANNEL_SECRET_INVALID({ why: 'it is not of the form that Slack shows' }), field)];
  });
}
