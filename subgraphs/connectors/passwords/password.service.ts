import { LockMode } from '@mikro-orm/core';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import { sealSecret } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { secretContext, sourceOf } from '../connections/source-of.ts';
import { personActed } from '../health/person-acted.ts';
import { isId } from '../id.ts';
import type { Definitions } from '../kit/registry.ts';
import { passwordErrors } from './password.errors.ts';

const MAX_PASSWORD_CHARACTERS = 16_384;
/** A source that does not answer by then is told to be away. */
const TRY_MS = 20_000;

/** Changes what a connection is opened with. */
export class PasswordService {
  private readonly system: System;
  private readonly definitions: Definitions;

  constructor(system: System, definitions: Definitions) {
    this.system = system;
    this.definitions = definitions;
  }

  /**
   * Opens the source with the new password, and keeps it when that works; the old one is gone then.
   * @returns the connection, or what has to be corrected. @throws CONNECTION_NOT_FOUND
   */
  async change(viewer: UserViewer, id: string, password: string): Promise<ConnectionRow | InputProblem[]> {
    const { database, secrets } = this.system;
    const found = await database.unitOfWork(viewer.tenantId, async ({ em }) => (isId(id) ? em.findOne(ConnectionRow, { id }) : null));
    if (found === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
    if (!this.definitions[found.kind].descriptor.form.some(({ kind }) => kind === 'SECRET'))
      return [inputProblem(passwordErrors.CONNECTION_HAS_NO_PASSWORD({}), 'id')];
    if (password === '' || password.length > MAX_PASSWORD_CHARACTERS)
      return [inputProblem(passwordErrors.CONNECTION_PASSWORD_INVALID({ maximum: MAX_PASSWORD_CHARACTERS }), 'password')];
    const problem = await this.tried(viewer, found, password);
    if (problem !== null) return [inputProblem(problem, 'password')];
    const sealed = sealSecret(password, secrets.vault, secretContext({ id, tenantId: viewer.tenantId }));
    return database.unitOfWork(viewer.tenantId, async (unit) => {
      const row = await unit.em.findOne(ConnectionRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      // It may have been removed while its new password was tried.
      if (row === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
      row.secret = sealed;
      await personActed(unit, id, this.system.clock());
      return row;
    });
  }

  /** Why the source does not open; null when it does. */
  private async tried(viewer: UserViewer, { id, kind, planeId = null }: ConnectionRow, secret: string): Promise<DomainError | null> {
    const { tenantId } = viewer;
    const { database, secrets } = this.system;
    const kept = await database.unitOfWork(tenantId, (unit) => sourceOf(unit, id, secrets.vault));
    const source = { ...kept, secret, owner: { tenantId, connectionId: null, planeId } };
    try {
      await this.definitions[kind].attempt(source, AbortSignal.timeout(TRY_MS));
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error;
      if (error instanceof DOMException && error.name === 'TimeoutError') return passwordErrors.CONNECTION_NOT_TRIED({});
      throw error;
    }
  }
}
