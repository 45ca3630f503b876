import { LRUCache } from 'lru-cache';
import { TypeInfo, isInterfaceType, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { DomainError } from '../errors/domain-error.ts';
import { commonErrors } from '../errors/common.errors.ts';
import { audienceOf, type Audience } from './actions.ts';
import type { Permissions } from './compile-permissions.ts';
import type { Viewer } from '../viewer/viewer.ts';

const MAX_REMEMBERED_DOCUMENTS = 2_000;

export type DocumentCheck = (document: DocumentNode, viewer: Viewer) => DomainError | null;

/**
 * A check of whole documents: one walk per document and audience, remembered, so that it costs a look-up per request.
 * Gives UNAUTHENTICATED to nobody-in-particular and FORBIDDEN to the logged-in.
 */
export function createDocumentCheck(schema: GraphQLSchema, permissions: Permissions): DocumentCheck {
  const remembered = new LRUCache<DocumentNode, Map<Audience, { refusal: { action: string } | null }>>({ max: MAX_REMEMBERED_DOCUMENTS });
  return (document, viewer) => {
    const audience = audienceOf(viewer);
    let byAudience = remembered.get(document);
    if (byAudience === undefined) remembered.set(document, (byAudience = new Map()));
    let verdict = byAudience.get(audience);
    if (verdict === undefined) byAudience.set(audience, (verdict = { refusal: firstRefusal(schema, permissions, document, audience) }));
    if (verdict.refusal === null) return null;
    return viewer.kind === 'anonymous' ? commonErrors.UNAUTHENTICATED({}) : commonErrors.FORBIDDEN(verdict.refusal);
  };
}

function firstRefusal(
  schema: GraphQLSchema,
  permissions: Permissions,
  document: DocumentNode,
  audience: Audience,
): { action: string } | null {
  const info = new TypeInfo(schema);
  let refusal: { action: string } | null = null;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        if (parent === null || parent === undefined) return;
        // A field of an interface may be read from any of its members: the strictest of them counts.
        const owners = isInterfaceType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
        for (const owner of owners) refusal ??= permissions.refusal(audience, owner.name, node.name.value);
      },
    }),
  );
  return refusal;
}
