import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { recordLogIn } from '../../kernel/journal/record-log-in.ts';
import type { System } from '../../kernel/system.ts';
import { signSession } from '../../kernel/viewer/session-token.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { TenantRow } from '../tenant/tenant.entity.ts';
import { UserRow } from '../user/user.entity.ts';
import type { Arrival } from './arrival.ts';
import { proveDevice } from './known-device.ts';
import type { SessionWay } from './open-session.type.ts';
import { judgeToken } from './refresh-family.ts';
import { firstToken, hashOfToken, nextToken, readToken, writeToken, type RefreshToken } from './refresh-token.ts';
import { revokeSessions } from './revoke-sessions.ts';
import { sessionErrors } from './session.errors.ts';
import type { Session } from './session.type.ts';
import { UserSessionRow } from './user-session.entity.ts';

const DAY_MS = 86_400_000;
/** A session that is not refreshed for so long has ended; none outlives the longest, however much it is used. */
const IDLE_DAYS = 30;
const LONGEST_DAYS = 90;
/** The local key opens one session and opens it again: it needs no refreshing, and a script leaves one row. */
const LOCAL_KEY_DAYS = 1;
/** Somebody who is logged in more often loses the session that was not used longest. */
const MAX_SESSIONS_OF_USER = 50;
/** How long an ended session is still there to be seen. */
const KEPT_ENDED_DAYS = 7;

interface HandedOut {
  user: UserRow;
  row: UserSessionRow;
  token: RefreshToken | null;
  device: string | null;
  refreshExpiresAt: Date;
}

/** Opens sessions and carries them on; every way of logging in ends here. */
export class OpenSessions {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** A session for somebody who has proved who they are. @throws UNAUTHENTICATED when they are gone */
  async open(viewer: Pick<UserViewer, 'tenantId' | 'userId'>, arrival: Arrival, way: SessionWay): Promise<Session> {
    const { database, clock, secrets } = this.#system;
    const now = clock();
    const { user, row, token } = await database.unitOfWork(viewer.tenantId, async (unit) => {
      const found = await unit.em.findOne(UserRow, { id: viewer.userId });
      if (found === null) throw commonErrors.UNAUTHENTICATED({});
      await prune(unit, found.id, now);
      return { user: found, ...(way === 'LOCAL_KEY' ? await reopen(unit, found, arrival, now) : begin(unit, found, arrival, way, now)) };
    });
    const device = token === null ? null : await proveDevice(user.email, secrets.session, now);
    return this.#handOut({ user, row, token, device, refreshExpiresAt: row.expiresAt });
  }

  /** Exchanges a refresh token for the next one and fresh access. @throws SESSION_ENDED for whatever is not the latest token of a session */
  async refresh(text: string, arrival: Arrival): Promise<Session> {
    const { database, clock, secrets, logger } = this.#system;
    const now = clock();
    const token = readToken(text, secrets.session);
    if (token === null) throw sessionErrors.SESSION_ENDED({});
    const next = nextToken(token, secrets.session);
    const judged = await database.unitOfWork(token.tenantId, async (unit) => {
      const row = await unit.em.findOne(UserSessionRow, { id: token.sessionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (row === null) return null;
      const presented = { generation: token.generation, hash: hashOfToken(token), nextHash: hashOfToken(next) };
      const verdict = judgeToken(row, presented, now);
      if (verdict === 'REUSED') await revokeSessions(unit, { id: row.id }, 'REUSE', now);
      if (verdict !== 'ROTATE' && verdict !== 'REPEAT') return { verdict, row, user: null, refreshExpiresAt: row.expiresAt };
      const user = await unit.em.findOne(UserRow, { id: row.userId });
      const tenant = await unit.em.findOne(TenantRow, { id: row.tenantId });
      if (user === null || tenant === null || tenant.closingAt !== null) return null;
      const refreshExpiresAt = verdict === 'ROTATE' ? await rotate(unit, row, presented, arrival, now) : row.expiresAt;
      return { verdict, row, user, refreshExpiresAt };
    });
    if (judged?.verdict === 'REUSED') {
      const { id, tenantId, userId } = judged.row;
      logger.warn({ sessionId: id, userId }, 'an old refresh token came back; its session was ended');
      recordLogIn(this.#system, { tenantId, userId, operation: 'refreshSession', outcome: 'REUSED', address: arrival.address });
    }
    if (judged == null || judged.user === null) throw sessionErrors.SESSION_ENDED({});
    return this.#handOut({ ...judged, user: judged.user, token: next, device: null });
  }

  async #handOut({ user, row, token, device, refreshExpiresAt }: HandedOut): Promise<Session> {
    const { secrets, clock } = this.#system;
    const viewer: UserViewer = {
      kind: 'user', tenantId: user.tenantId, userId: user.id, role: user.role, credential: { kind: 'SESSION', id: row.id },
    }; // prettier-ignore
    return {
      ...(await signSession(viewer, secrets.session, clock())),
      refreshToken: token === null ? null : writeToken(token, secrets.session),
      refreshExpiresAt: token === null ? null : refreshExpiresAt,
      deviceProof: device,
      viewer: { role: viewer.role, viewer },
    };
  }
}

/** Clears what has ended long ago in the tenant, and makes room among the user's own. */
async function prune(unit: UnitOfWork, userId: string, now: Date): Promise<void> {
  const long = new Date(now.getTime() - KEPT_ENDED_DAYS * DAY_MS);
  await unit.em.nativeDelete(UserSessionRow, { $or: [{ expiresAt: { $lt: now } }, { revokedAt: { $lt: long } }] });
  const ended = { userId, revokedAt: { $ne: null } };
  const old = await unit.em.find(UserSessionRow, ended, { orderBy: { revokedAt: 'desc' }, offset: MAX_SESSIONS_OF_USER, limit: 500 });
  if (old.length > 0) await unit.em.nativeDelete(UserSessionRow, { id: old.map(({ id }) => id) });
  const live = await unit.em.find(UserSessionRow, { userId, revokedAt: null }, { orderBy: { lastUsedAt: 'desc', id: 'asc' } });
  const excess = live.slice(MAX_SESSIONS_OF_USER - 1).map(({ id }) => id);
  if (excess.length > 0) await revokeSessions(unit, { id: excess }, 'TOO_MANY', now);
}

function begin(unit: UnitOfWork, user: UserRow, arrival: Arrival, way: SessionWay, now: Date) {
  const id = randomUUID();
  const token = firstToken(user.tenantId, id);
  const row = unit.em.create(UserSessionRow, {
    ...sessionFields(user, arrival, now), id, way, refreshHash: hashOfToken(token), expiresAt: endOf(now, now),
  }); // prettier-ignore
  return { row, token };
}

/** The session of the local key, which is the same each time from one device. */
async function reopen(unit: UnitOfWork, user: UserRow, arrival: Arrival, now: Date) {
  const expiresAt = new Date(now.getTime() + LOCAL_KEY_DAYS * DAY_MS);
  const known = await unit.em.findOne(UserSessionRow, { userId: user.id, way: 'LOCAL_KEY', device: arrival.device, revokedAt: null });
  if (known !== null) {
    const fields = { lastUsedAt: now, address: arrival.address, expiresAt };
    await unit.em.nativeUpdate(UserSessionRow, { id: known.id }, fields);
    return { row: known, token: null };
  }
  const row = unit.em.create(UserSessionRow, {
    ...sessionFields(user, arrival, now), id: randomUUID(), way: 'LOCAL_KEY', refreshHash: null, expiresAt,
  }); // prettier-ignore
  return { row, token: null };
}

function sessionFields(user: UserRow, { address, device }: Arrival, now: Date) {
  return {
    tenantId: user.tenantId, userId: user.id, device, address, generation: 0, rotatedAt: now, createdAt: now, lastUsedAt: now, revokedAt: null,
    revokedBecause: null,
  }; // prettier-ignore
}

/** Not through the loaded row: that a session goes on is no change anybody has to be told of. */
async function rotate(
  unit: UnitOfWork,
  row: UserSessionRow,
  { generation, nextHash }: { generation: number; nextHash: string },
  { address }: Arrival,
  now: Date,
): Promise<Date> {
  const expiresAt = endOf(row.createdAt, now);
  const fields = { generation: generation + 1, refreshHash: nextHash, rotatedAt: now, lastUsedAt: now, address, expiresAt };
  await unit.em.nativeUpdate(UserSessionRow, { id: row.id }, fields);
  return expiresAt;
}

function endOf(begun: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_DAYS * DAY_MS, begun.getTime() + LONGEST_DAYS * DAY_MS));
}
