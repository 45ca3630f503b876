import { createHash } from 'node:crypto';
import { Kind, visit, type DocumentNode, type FormattedExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Role, UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { OperationRequest } from './run-operation.ts';

const MAX_KEPT = 2_000;
/** Long enough for everybody who follows live; whoever catches up later pays for it. */
const KEPT_MS = 30_000;

/** Executions of events that equal subscriptions share: the first one does the work. */
export class SharedExecutions {
  private readonly kept = new LRUCache<string, Promise<FormattedExecutionResult>>({ max: MAX_KEPT, ttl: KEPT_MS });

  /** The result under this key, made when nobody has yet. A failure is not kept. */
  get(key: string, make: () => Promise<FormattedExecutionResult>): Promise<FormattedExecutionResult> {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key));
    return made;
  }
}

/**
 * What makes two subscriptions equal: the document, its variables, the tenant and the role. Variables that only say where to begin are left
 * out: those who come back at different cursors share what follows. Made once for each role that the subscriber has.
 */
export function sharingKeys(document: DocumentNode, request: OperationRequest): (viewer: UserViewer) => string {
  const beginnings = onlyBeginnings(document);
  const variables = Object.entries(request.variables ?? {})
    .filter(([name]) => !beginnings.has(name))
    .toSorted(([one], [two]) => one.localeCompare(two));
  const keys = new Map<Role, string>();
  return ({ tenantId, role }) => {
    const known = keys.get(role);
    if (known !== undefined) return known;
    const text = JSON.stringify([request.query, request.operationName ?? null, variables, tenantId, role]);
    const key = createHash('sha256').update(text).digest('base64');
    keys.set(role, key);
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
