import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import { OPERATORS } from '../../kernel/permissions/actions.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { isSavedId } from '../dashboards/dashboard-id.ts';
import { operationProblems } from './check-operation.ts';
import { SavedOperationRow } from './saved-operation.entity.ts';
import { savedOperationErrors } from './saved-operation.errors.ts';
import { SaveOperationInput } from './saved-operation.type.ts';

/** Somebody with more has a program that saves in a loop. */
const MAX_OF_ONE = 500;

const isOperator = ({ role }: UserViewer): boolean => OPERATORS.includes(role);

/** Whether somebody may change an operation: their own always, a shared one when their role changes what is the company's. */
export function mayChange(viewer: UserViewer, { shared, createdBy }: Pick<SavedOperationRow, 'shared' | 'createdBy'>): boolean {
  return shared ? isOperator(viewer) : createdBy === viewer.userId;
}

/** Operations that people keep; the only writer of `saved_operation`. */
export class SavedOperationService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** What a viewer sees, last saved first: their own and those of the company. */
  page({ tenantId, userId }: UserViewer, page: Page): Promise<ConnectionOf<SavedOperationRow>> {
    const seen = { tenantId, $or: [{ shared: true }, { createdBy: userId }] };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(
        SavedOperationRow,
        page.after === null ? seen : { $and: [seen, { $or: olderThan(page.after, 'updatedAt') }] },
        { orderBy: { updatedAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await em.count(SavedOperationRow, seen), ({ updatedAt, id }) => [updatedAt.toISOString(), id]);
    });
  }

  /** Keeps an operation, new or over one of before. @returns it, or everything that has to be corrected */
  async save(viewer: UserViewer, input: SaveOperationInput): Promise<SavedOperationRow | InputProblem[]> {
    const problems = operationProblems(input);
    if (problems.length > 0) return problems;
    if (input.shared && !isOperator(viewer)) return [inputProblem(savedOperationErrors.SAVED_OPERATION_NOT_SHARED({}), 'shared')];
    const screened = await this.#screened(viewer, input);
    if (Array.isArray(screened)) return screened;
    return this.#system.database.unitOfWork(viewer.tenantId, (unit) => this.#write(unit, viewer, input.id ?? null, screened));
  }

  /** @returns false when there is none that the viewer may remove */
  async remove(viewer: UserViewer, id: string): Promise<boolean> {
    if (!isSavedId(id)) return false;
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const row = await em.findOne(SavedOperationRow, { id, tenantId: viewer.tenantId });
      if (row === null || !mayChange(viewer, row)) return false;
      em.remove(row);
      return true;
    });
  }

  /** What people write into a document is theirs: it is held against the policies for personal data like a question. */
  async #screened({ tenantId }: UserViewer, input: SaveOperationInput): Promise<SaveOperationInput | InputProblem[]> {
    const texts = [input.name.trim(), input.document, JSON.stringify(input.variables ?? {})];
    const found = await screenTexts(this.#system, tenantId, 'QUESTIONS', texts, true);
    if (found.kind === 'BLOCKED') return [inputProblem(ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(found.types) }), 'document')];
    const [name = '', document = '', variables = '{}'] = found.texts;
    const screened = Object.assign(new SaveOperationInput(), input, {
      name,
      document,
      variables: JSON.parse(variables) as Record<string, unknown>,
    });
    const problems = operationProblems(screened);
    return problems.length === 0 ? screened : problems;
  }

  async #write(
    { em }: UnitOfWork,
    viewer: UserViewer,
    id: string | null,
    { name, document, variables, persona, shared }: SaveOperationInput,
  ): Promise<SavedOperationRow | InputProblem[]> {
    const { tenantId, userId } = viewer;
    const known = id === null || !isSavedId(id) ? null : await em.findOne(SavedOperationRow, { id, tenantId });
    if (id !== null && (known === null || !mayChange(viewer, known)))
      return [inputProblem(savedOperationErrors.SAVED_OPERATION_UNKNOWN({}), 'id')];
    const owner = known?.createdBy ?? userId;
    const among = shared ? { shared } : { shared, createdBy: owner };
    const namesakes = await em.find(SavedOperationRow, { tenantId, ...among, name: { $ilike: likeExactly(name) } }, { fields: ['id'] });
    if (namesakes.some((other) => other.id !== known?.id))
      return [inputProblem(savedOperationErrors.SAVED_OPERATION_NAME_TAKEN({ name }), 'name')];
    const now = this.#system.clock();
    const what = { name, document, variables: variables ?? {}, persona: persona ?? null, shared, updatedBy: userId, updatedAt: now };
    if (known !== null) return em.assign(known, what);
    if ((await em.count(SavedOperationRow, { tenantId, createdBy: userId })) >= MAX_OF_ONE)
      return [inputProblem(savedOperationErrors.TOO_MANY_SAVED_OPERATIONS({ max: MAX_OF_ONE }))];
    const row = em.create(SavedOperationRow, { id: randomUUID(), tenantId, ...what, createdBy: userId, createdAt: now });
    em.persist(row);
    return row;
  }
}

/** A text as a pattern that nothing else matches but its letters in other cases. */
const likeExactly = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
