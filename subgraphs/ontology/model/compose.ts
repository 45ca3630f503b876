import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { ResolutionPolicies } from '../golden/tables.ts';
import { type AcceptedTable, type BuiltModel, buildModel } from '../publishing/build-model.ts';
import type { ObjectBinding } from '../publishing/binding.ts';
import { applyOverlay } from './apply-overlay.ts';
import type { Overlay } from './overlay.ts';
import { inKeys } from './translate.ts';

/** What a version is made of: accepted tables, people's edits, and the version before. */
export interface ComposeInput {
  readonly tenantId: string;
  readonly accepted: readonly AcceptedTable[];
  readonly overlay: Overlay;
  readonly ontology: CanonicalOntology;
  readonly policies: ResolutionPolicies;
  readonly previous: { readonly version: number; readonly model: SemanticModel; readonly base?: SemanticModel | null | undefined } | null;
}

/** The next version: what mappings alone give, and what people made of it. */
export interface Composed {
  readonly base: SemanticModel;
  readonly baseBindings: readonly ObjectBinding[];
  readonly model: SemanticModel;
  readonly bindings: readonly ObjectBinding[];
}

/** Puts the next version of a tenant's ontology together. Pure: the same parts always give the same version. */
export function composeModel({ tenantId, accepted, overlay, ontology, policies, previous }: ComposeInput): Composed {
  const version = (previous?.version ?? 0) + 1;
  const before = previous === null ? null : (previous.base ?? previous.model);
  const built: BuiltModel = buildModel(tenantId, version, inKeys(accepted, overlay, ontology), ontology, before, policies);
  const { model, bindings } = applyOverlay({ tenantId, built, overlay, ontology, previous: previous?.model ?? null });
  return { base: built.model, baseBindings: built.bindings, model, bindings };
}
