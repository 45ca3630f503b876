import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import type { OntologyChange } from './change.ts';
import { type Composed, composeModel } from './compose.ts';
import { DraftRow } from './draft.entity.ts';
import { edit } from './edit.ts';
import { type Side, mergeOverlays } from './merge-overlay.ts';
import { modelErrors } from './model.errors.ts';
import { NO_EDITS, type Overlay } from './overlay.ts';
import type { ViewUse } from './uses.ts';
import { faultsOf } from './validate.ts';

/** What a draft is put together from. */
export type DraftState = Awaited<ReturnType<PublicationService['parts']>>;

export type Drafted =
  | { readonly kind: 'drafted'; readonly draft: DraftRow }
  | { readonly kind: 'refused'; readonly problems: InputProblem[] };

/** Views of a tenant that hold on to parts of the model. */
export type ViewsInUse = (tenantId: string) => Promise<ViewUse[]>;

/** Keeps everybody's own edits until they are published; the only writer of drafts. */
export class DraftService {
  private readonly system: System;
  private readonly publications: PublicationService;
  private readonly ontology: CanonicalOntology;
  private readonly views: ViewsInUse;

  constructor(system: System, parts: { publications: PublicationService; ontology: CanonicalOntology; views: ViewsInUse }) {
    this.system = system;
    this.publications = parts.publications;
    this.ontology = parts.ontology;
    this.views = parts.views;
  }

  /** What the next version would be made of. */
  state(tenantId: string): Promise<DraftState> {
    return this.publications.parts(tenantId);
  }

  /** The viewer's draft; null when there is none. */
  of({ tenantId, userId }: UserViewer): Promise<DraftRow | null> {
    return this.system.database.unitOfWork(tenantId, ({ em }) => em.findOne(DraftRow, { tenantId, userId }));
  }

  /** The model as the draft would have it, with what others published meanwhile. */
  model({ tenantId }: UserViewer, state: DraftState, draft: DraftRow): Composed {
    const { overlay } = mergeOverlays(draft.base, draft.overlay, state.previous?.overlay ?? NO_EDITS);
    return composed(state, overlay, this.ontology, tenantId);
  }

  /** Adds changes to the viewer's draft, all or none; `revision` refuses them when the draft is no longer at it. */
  async edit(viewer: UserViewer, changes: readonly OntologyChange[], revision: number | null): Promise<Drafted> {
    const { tenantId } = viewer;
    const [state, draft, views] = [await this.state(tenantId), await this.of(viewer), await this.views(tenantId)];
    if (revision !== null && revision !== (draft?.revision ?? 0))
      return refused(modelErrors.ONTOLOGY_DRAFT_MOVED({ revision: draft?.revision ?? 0 }));
    const base = draft?.base ?? state.previous?.overlay ?? NO_EDITS;
    const found: { overlay: Overlay; problems: InputProblem[] } = { overlay: draft?.overlay ?? base, problems: [] };
    let next = composed(state, found.overlay, this.ontology, tenantId);
    for (const [i, change] of changes.entries()) {
      try {
        const overlay = edit(change, { overlay: found.overlay, draft: next, ontology: this.ontology, views });
        const changed = composed(state, overlay, this.ontology, tenantId);
        const fault = faultsOf(changed.model, this.ontology)[0];
        if (fault !== undefined) throw fault;
        found.overlay = overlay;
        next = changed;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        found.problems.push(inputProblem(error, `changes.${i}`));
      }
    }
    if (found.problems.length > 0) return { kind: 'refused', problems: found.problems };
    return this.store(viewer, { base, basedOn: draft?.basedOn ?? state.previous?.version ?? 0, overlay: found.overlay }, draft);
  }

  /** Puts the draft on top of what others published meanwhile; `keep` says whose changes stand where both made one. */
  async rebase(viewer: UserViewer, keep: Side): Promise<Drafted> {
    const [state, draft] = [await this.state(viewer.tenantId), await this.of(viewer)];
    if (draft === null) return refused(modelErrors.ONTOLOGY_NO_DRAFT({}));
    const base = state.previous?.overlay ?? NO_EDITS;
    const { overlay } = mergeOverlays(draft.base, draft.overlay, base, keep);
    return this.store(viewer, { base, basedOn: state.previous?.version ?? 0, overlay }, draft);
  }

  /** Throws the viewer's draft away; whether there was one. */
  discard({ tenantId, userId }: UserViewer): Promise<boolean> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const draft = await em.findOne(DraftRow, { tenantId, userId });
      if (draft !== null) em.remove(draft);
      return draft !== null;
    });
  }

  private store(viewer: UserViewer, next: Pick<DraftRow, 'base' | 'basedOn' | 'overlay'>, before: DraftRow | null): Promise<Drafted> {
    const { tenantId, userId } = viewer;
    const stored = this.system.database.unitOfWork(tenantId, async ({ em }): Promise<Drafted> => {
      const known = await em.findOne(DraftRow, { tenantId, userId });
      if (known?.revision !== before?.revision) return refused(modelErrors.ONTOLOGY_DRAFT_MOVED({ revision: known?.revision ?? 0 }));
      const row = { ...next, revision: (known?.revision ?? 0) + 1, updatedAt: this.system.clock() };
      const draft = known === null ? em.create(DraftRow, { tenantId, userId, ...row }, { persist: true }) : em.assign(known, row);
      return { kind: 'drafted', draft };
    });
    // The first edit was sent twice at once.
    return stored.catch((error: unknown) => {
      if (error instanceof UniqueConstraintViolationException) return refused(modelErrors.ONTOLOGY_DRAFT_MOVED({ revision: 1 }));
      throw error;
    });
  }
}

/** The next version with these edits. */
export function composed(
  { previous, accepted, policies }: DraftState,
  overlay: Overlay,
  ontology: CanonicalOntology,
  tenantId: string,
): Composed {
  return composeModel({ tenantId, accepted, overlay, ontology, policies, previous });
}

function refused(error: DomainError): Drafted {
  return { kind: 'refused', problems: [inputProblem(error)] };
}
