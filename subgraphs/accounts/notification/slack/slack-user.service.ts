import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { olderThan } from '../../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { isId } from '../../api-key/service-account.service.ts';
import { lookUpForm } from '../../user/email.ts';
import { UserRow } from '../../user/user.entity.ts';
import { readLink, signLink, type LinkOffer } from './link-code.ts';
import type { Press } from './press.ts';
import { SlackUserRow, type SlackLinkWay } from './slack.entity.ts';
import { slackErrors } from './slack.errors.ts';

type Whom = Press['user'];

/** Which member a user of Slack is; the only writer of `slack_user`. */
export class SlackUserService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The member as whom a user of Slack is known; null: as nobody, or as somebody who is gone. */
  memberOf(tenantId: string, { teamId, slackUserId }: Whom): Promise<UserRow | null> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const known = await em.findOne(SlackUserRow, { teamId, slackUserId });
      return known === null ? null : em.findOne(UserRow, { id: known.userId, kind: 'PERSON' });
    });
  }

  /** Makes a user of Slack known as the person with this address. @returns who that is; null: nobody here */
  async linkByEmail(tenantId: string, whom: Whom, email: string): Promise<UserRow | null> {
    const address = lookUpForm(email);
    if (address === null) return null;
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const member = await unit.em.findOne(UserRow, { email: address, kind: 'PERSON' });
      if (member === null) return null;
      const row = await this.#keep(unit, whom, member.id, 'EMAIL');
      return row.userId === member.id ? member : null;
    });
  }

  /** A code with which somebody who is logged in says that this user of Slack is them. */
  codeFor(tenantId: string, { teamId, slackUserId, name }: Whom): Promise<string> {
    const { secrets, clock } = this.system;
    return signLink({ tenantId, teamId, slackUserId, name }, secrets.session, clock());
  }

  /** Who a code is about; null: it does not work here, or no longer. */
  async offer({ tenantId }: UserViewer, code: string): Promise<LinkOffer | null> {
    const { secrets, clock } = this.system;
    const offer = await readLink(code, secrets.session, clock());
    return offer?.tenantId === tenantId ? offer : null;
  }

  /** Makes a user of Slack known as the viewer. @returns how they are known, or what is wrong with the code */
  async link(viewer: UserViewer, code: string): Promise<SlackUserRow | InputProblem[]> {
    const offer = await this.offer(viewer, code);
    if (offer === null) return [inputProblem(slackErrors.SLACK_LINK_INVALID({}), 'code')];
    const row = await this.system.database.unitOfWork(viewer.tenantId, (unit) => this.#keep(unit, offer, viewer.userId, 'CONFIRMED'));
    return row.userId === viewer.userId ? row : [inputProblem(slackErrors.SLACK_USER_TAKEN({}), 'code')];
  }

  /** Users of Slack who are known, newest first: the viewer's own, and everybody's for those who run the tenant. @throws BAD_CURSOR */
  page(viewer: UserViewer, page: Page): Promise<ConnectionOf<SlackUserRow>> {
    const where = seenBy(viewer);
    const after = page.after === null ? {} : { $or: olderThan(page.after, 'linkedAt') };
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(
        SlackUserRow,
        { ...where, ...after },
        { orderBy: { linkedAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await em.count(SlackUserRow, where), ({ linkedAt, id }) => [linkedAt.toISOString(), id]);
    });
  }

  /** Makes a user of Slack unknown. @returns false when the viewer has no such one */
  unlink(viewer: UserViewer, id: string): Promise<boolean> {
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const row = isId(id) ? await em.findOne(SlackUserRow, { id, ...seenBy(viewer) }) : null;
      if (row !== null) em.remove(row);
      return row !== null;
    });
  }

  /** @returns how the user is known: of two who want to be the same one, whoever came first is */
  async #keep({ em, tenantId }: UnitOfWork, { teamId, slackUserId, name }: Whom, userId: string, way: SlackLinkWay): Promise<SlackUserRow> {
    return em.upsert(
      SlackUserRow,
      { id: randomUUID(), tenantId, teamId, slackUserId, name, userId, way, linkedAt: this.system.clock() },
      { onConflictFields: ['tenantId', 'teamId', 'slackUserId'], onConflictAction: 'ignore' },
    );
  }
}

function seenBy({ role, userId }: UserViewer): { userId?: string } {
  return role === 'OWNER' || role === 'ADMIN' ? {} : { userId };
}
