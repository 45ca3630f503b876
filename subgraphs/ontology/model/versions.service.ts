import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { guardOf } from '../../kernel/data-access/guard.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { PublicationRow } from '../publishing/publication.entity.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import type { Composed } from './compose.ts';
import { differencesOf } from './difference.ts';
import { DraftRow } from './draft.entity.ts';
import { type DraftService, type DraftState, composed } from './draft.service.ts';
import { mergeOverlays } from './merge-overlay.ts';
import { modelErrors } from './model.errors.ts';
import type { Overlay } from './overlay.ts';
import { type Retype, misfitsOf, retypesOf } from './retype.ts';
import { faultsOf } from './validate.ts';
import type { Publishing, Version } from './version-row.ts';

const MAX_NOTE = 500;

/** A version that is in force now, or what keeps it from being published. */
export type Published =
  | { readonly kind: 'published'; readonly row: PublicationRow }
  | { readonly kind: 'refused'; readonly problems: InputProblem[] };

/** Publishes drafts, goes back to earlier versions, and tells the history. */
export class VersionsService {
  private readonly system: System;
  private readonly publications: PublicationService;
  private readonly drafts: DraftService;
  private readonly ontology: CanonicalOntology;

  constructor(system: System, parts: { publications: PublicationService; drafts: DraftService; ontology: CanonicalOntology }) {
    this.system = system;
    this.publications = parts.publications;
    this.drafts = parts.drafts;
    this.ontology = parts.ontology;
  }

  /** Versions, the one in force first. */
  page(tenantId: string, page: Page): Promise<ConnectionOf<PublicationRow>> {
    const [after = null] = page.after ?? [];
    if (after !== null && !Number.isInteger(Number(after))) throw commonErrors.BAD_CURSOR({});
    const where = after === null ? { tenantId } : { tenantId, version: { $lt: Number(after) } };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(PublicationRow, where, { orderBy: { version: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(PublicationRow, { tenantId }), (row) => [row.version]);
    });
  }

  /** What keeps the viewer's draft from being published; empty: nothing. */
  async problems(viewer: UserViewer, state: DraftState, draft: DraftRow): Promise<InputProblem[]> {
    const current = state.previous?.overlay ?? { entities: {} };
    const { overlay, conflicts } = mergeOverlays(draft.base, draft.overlay, current);
    const conflicting = conflicts.map(({ path, mine, theirs }) =>
      inputProblem(modelErrors.ONTOLOGY_DRAFT_CONFLICT({ path: said(path), mine: mine ?? 'nothing', theirs: theirs ?? 'nothing' }), path),
    );
    return [...conflicting, ...(await this.faults(viewer, state, composed(state, overlay, this.ontology, viewer.tenantId)))];
  }

  /** Publishes the viewer's draft. */
  async publish(viewer: UserViewer, note: string | null): Promise<Published> {
    const { tenantId, userId } = viewer;
    const state = await this.drafts.state(tenantId);
    const draft = await this.drafts.of(viewer);
    if (draft === null) return refused(modelErrors.ONTOLOGY_NO_DRAFT({}));
    const problems = [...noteProblems(note), ...(await this.problems(viewer, state, draft))];
    if (problems.length > 0) return { kind: 'refused', problems };
    const { overlay } = mergeOverlays(draft.base, draft.overlay, state.previous?.overlay ?? { entities: {} });
    return this.put(viewer, state, overlay, { kind: 'EDIT', publishedBy: userId, note }, draft);
  }

  /** Publishes the edits of an earlier version again; what mappings give since stays. */
  async rollBack(viewer: UserViewer, version: number, note: string | null): Promise<Published> {
    const { tenantId, userId } = viewer;
    const state = await this.drafts.state(tenantId);
    const target = await this.system.database.unitOfWork(tenantId, ({ em }) => em.findOne(PublicationRow, { tenantId, version }));
    if (target === null || version >= (state.previous?.version ?? 0))
      return refused(modelErrors.ONTOLOGY_VERSION_UNKNOWN({ version }), 'version');
    const problems = [
      ...noteProblems(note),
      ...(await this.faults(viewer, state, composed(state, target.overlay, this.ontology, tenantId))),
    ];
    if (problems.length > 0) return { kind: 'refused', problems };
    return this.put(viewer, state, target.overlay, { kind: 'ROLL_BACK', publishedBy: userId, note, restored: version }, null);
  }

  private async put(viewer: UserViewer, state: DraftState, overlay: Overlay, by: Publishing, draft: DraftRow | null): Promise<Published> {
    const { tenantId, userId } = viewer;
    const next = composed(state, overlay, this.ontology, tenantId);
    const changes = differencesOf(state.previous?.model ?? null, next.model);
    if (by.kind === 'EDIT' && changes.length === 0) return refused(modelErrors.ONTOLOGY_NO_DRAFT({}));
    const version: Version = { ...next, overlay, changes };
    try {
      const row = await this.publications.publishEdits(tenantId, version, state.previous, by, async ({ em }) => {
        if (draft === null) return;
        const taken = await em.findOne(DraftRow, { tenantId, userId });
        if (taken !== null && taken.revision !== draft.revision) throw modelErrors.ONTOLOGY_DRAFT_MOVED({ revision: taken.revision });
        if (taken !== null) em.remove(taken);
      });
      return { kind: 'published', row };
    } catch (error) {
      if (error instanceof DomainError) return refused(error);
      // Another version took the number in the same moment.
      if (error instanceof UniqueConstraintViolationException) return refused(modelErrors.ONTOLOGY_PUBLISHING({}));
      throw error;
    }
  }

  private async faults(viewer: UserViewer, state: DraftState, next: Composed): Promise<InputProblem[]> {
    const faults = faultsOf(next.model, this.ontology).map((fault) => inputProblem(fault));
    const retypes = retypesOf(state.previous?.model ?? null, next.model);
    return [...faults, ...(await this.losses(viewer, state, retypes))];
  }

  /** Values that their next types cannot keep; examples only for those who see them. */
  private async losses(viewer: UserViewer, { previous }: DraftState, retypes: readonly Retype[]): Promise<InputProblem[]> {
    if (retypes.length === 0 || previous === null) return [];
    const { access } = guardOf(await this.system.dataAccess.of(viewer), previous.model);
    const found = await this.system.database.unitOfWork(viewer.tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const misfits = [];
        for (const retype of retypes) misfits.push({ retype, ...(await misfitsOf(db as never, retype)) });
        return misfits;
      }),
    );
    return found
      .filter(({ count }) => count > 0)
      .map(({ retype: { entity, after }, count, examples }) => {
        const shown = access.restricted ? '' : examples.map((text) => `“${text}”`).join(', ');
        const name = `${entity.name}.${after.name}`;
        return inputProblem(modelErrors.ONTOLOGY_WOULD_LOSE_DATA({ name, type: after.type, count, examples: shown }), name);
      });
  }
}

/** `entities.Account.attributes.industry.label` → Account, industry: label */
function said(path: string): string {
  return path
    .split('.')
    .filter((step) => !['entities', 'attributes', 'relations'].includes(step))
    .join(', ');
}

function noteProblems(note: string | null): InputProblem[] {
  return note === null || note.length <= MAX_NOTE
    ? []
    : [inputProblem(modelErrors.ONTOLOGY_EDIT_INVALID({ reason: `A note has ${MAX_NOTE} characters at most.` }), 'note')];
}

function refused(error: DomainError, field: string | null = null): Published {
  return { kind: 'refused', problems: [inputProblem(error, field)] };
}
