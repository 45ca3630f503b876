import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { inputProblem, type InputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { kyselyOf } from '../../../kernel/database/unit-of-work.ts';
import { requestMail } from '../../../kernel/mail/mail-outbox.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { TenantRow } from '../../tenant/tenant.entity.ts';
import { UserRow } from '../../user/user.entity.ts';
import type { ExportService } from '../export/export.service.ts';
import { lifecycleErrors } from '../lifecycle.errors.ts';
import type { ClosureProof } from '../lifecycle.type.ts';
import { takeInventory } from './inventory.ts';
import { closureSchema, readProof, receiptHash } from './proof.ts';

const RECEIPT_BYTES = 32;
const RECEIPT = /^[\w-]{43}$/;

/** What closing takes: nobody closes a company by a slip. */
export interface Closing {
  /** The tenant's name, as it is shown. */
  confirm: string;
  reason: string | null;
  /** Whether no export is wanted. */
  withoutExport: boolean;
}

/** Begins closures and shows what became of them; carrying them out is the work of `carryOut`. */
export class ClosureService {
  readonly #system: System;
  readonly #exports: ExportService;
  /** Called when one has begun. */
  readonly #begun: () => void;

  constructor(system: System, exports: ExportService, begun: () => void) {
    this.#system = system;
    this.#exports = exports;
    this.#begun = begun;
  }

  /** From its commit on nobody enters the tenant. @returns the receipt, which is kept nowhere */
  async begin(viewer: UserViewer, closing: Closing): Promise<string | InputProblem[]> {
    const { database, clock } = this.#system;
    const { tenantId, userId } = viewer;
    if (!closing.withoutExport && !(await this.#exports.hasReady(viewer)))
      return [inputProblem(lifecycleErrors.EXPORT_MISSING({}), 'withoutExport')];
    // Before anybody hears of it and begins to remove something.
    const before = await takeInventory(this.#system, tenantId);
    const receipt = randomBytes(RECEIPT_BYTES).toString('base64url');
    const problems = await database.unitOfWork(tenantId, async (unit) => {
      const tenant = await unit.em.findOneOrFail(TenantRow, { id: tenantId });
      if (tenant.kind === 'DEMO') return [inputProblem(lifecycleErrors.DEMO_NOT_CLOSED({}))];
      if (closing.confirm.trim() !== tenant.name) return [inputProblem(lifecycleErrors.CONFIRMATION_WRONG({}), 'confirm')];
      tenant.closingAt = clock();
      await sql`insert into tenant_closure (tenant_id, name, receipt_hash, reason, requested_by, requested_at, counts_before)
        values (${tenantId}, ${tenant.name}, ${receiptHash(receipt)}, ${closing.reason?.slice(0, 500) ?? null}, ${userId}, ${clock()},
          ${JSON.stringify(before)}::jsonb)`.execute(unit.sql);
      unit.emit('accounts.tenant-frozen', { frozen: true, closing: true });
      const owner = await unit.em.findOne(UserRow, { id: userId });
      if (owner !== null) requestMail(unit, this.#system.secrets, letter(owner.email, tenant.name, receipt));
      return [];
    });
    if (problems.length > 0) return problems;
    this.#begun();
    return receipt;
  }

  /** What became of a closure, for whoever holds its receipt; null: there is no such one. */
  async proof(receipt: string): Promise<ClosureProof | null> {
    if (!RECEIPT.test(receipt)) return null;
    const hash = receiptHash(receipt);
    const { rows } = await this.#system.database.sessionWork({ 'app.closure_receipt_hash': hash }, (em) =>
      sql`select * from tenant_closure where receipt_hash = ${hash}`.execute(kyselyOf(em)),
    );
    const [row] = rows;
    return row === undefined ? null : readProof(this.#system.journalKey, closureSchema.parse(row));
  }
}

function letter(to: string, name: string, receipt: string) {
  return {
    to,
    subject: `"${name}" is being closed`,
    text: [
      `The workspace "${name}" is being closed: everything in it is removed, and nobody enters it any more.`,
      'With this receipt you can see what was removed, and that nothing is left. Keep it; it is kept nowhere else:',
      receipt,
    ].join('\n\n'),
  };
}
