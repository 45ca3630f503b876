import { Kind, visit, type DocumentNode } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { CheckedOperation, OperationCheck } from '../plugins/operation-checks.ts';
import { doorErrors } from './door.errors.ts';

/** Who may ask for the schema itself. Hiding it protects nothing; it only tells strangers less. */
export type IntrospectionPolicy = { kind: 'ON' } | { kind: 'OFF' } | { kind: 'ROLES'; roles: ReadonlySet<string> };

/** Refuses `__schema` and `__type` where the policy does. */
export function introspectionCheck(policy: IntrospectionPolicy): OperationCheck {
  const asks = new WeakMap<DocumentNode, boolean>();
  const refusal = ({ document, context }: CheckedOperation): DomainError | null => {
    if (policy.kind === 'ON' || (policy.kind === 'ROLES' && policy.roles.has(context.grants.role))) return null;
    let asksSchema = asks.get(document);
    if (asksSchema === undefined) asks.set(document, (asksSchema = asksForSchema(document)));
    return asksSchema ? doorErrors.INTROSPECTION_OFF({}) : null;
  };
  return refusal;
}

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.FIELD]({ name }) {
      if (name.value === '__schema' || name.value === '__type') found = true;
    },
  });
  return found;
}
