import { createHash } from 'node:crypto';
import { Kind, visit, type DocumentNode } from 'graphql';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { GatewayContext } from '../context.ts';
import type { OperationRequest } from './run-operation.ts';

/** Names what rules leave of a tenant's data for a viewer, from memory; null: not known at this moment. */
export type DataKey = (viewer: UserViewer) => string | null;

/** Names the subscriptions equal to this one, as its subscriber may follow it now; null: it is told alone. */
export type SharingKey = (context: GatewayContext) => string | null;

/**
 * What makes two subscriptions to the event log equal: the operation, its variables, the tenant, the grants and
 * what subgraphs of others are told of who asks, and what rules leave of the data for the subscriber. Variables that only say where to
 * begin are left out: those who come back at different cursors share what follows. Made once for each grants that the subscriber has.
 */
export function sharingKey(document: DocumentNode, request: OperationRequest, dataKey: DataKey): SharingKey {
  const beginnings = onlyBeginnings(document);
  const variables = Object.entries(request.variables ?? {})
    .filter(([name]) => !beginnings.has(name))
    .toSorted(([one], [two]) => one.localeCompare(two));
  const { query, documentId, operationName, extensions } = request;
  const keys = new Map<string, string>();
  return ({ viewer, grants, forwarded }) => {
    if (viewer.kind !== 'user') return null;
    const data = dataKey(viewer);
    if (data === null) return null;
    const name = `${grants.key} ${data}`;
    const known = keys.get(name);
    if (known !== undefined) return known;
    const text = JSON.stringify([query, documentId, operationName, extensions, variables, viewer.tenantId, grants.key, data, forwarded]);
    const key = createHash('sha256').update(text).digest('base64');
    keys.set(name, key);
    return key;
  };
}

const PLACE_ARGUMENTS = new Set(['after', 'fromStart']);

/** Variables used nowhere but as the place where a root field begins. */
function onlyBeginnings(document: DocumentNode): Set<string> {
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
  });
  const roots = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
  );
  const places = roots.flatMap((field) => (field.kind === Kind.FIELD ? (field.arguments ?? []) : []));
  const named = places.flatMap(({ name, value }) =>
    PLACE_ARGUMENTS.has(name.value) && value.kind === Kind.VARIABLE ? [value.name.value] : [],
  );
  return new Set(named.filter((name) => uses.get(name) === named.filter((other) => other === name).length));
}
