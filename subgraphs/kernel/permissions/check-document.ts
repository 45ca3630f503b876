import { LRUCache } from 'lru-cache';
import { TypeInfo, isInterfaceType, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { DomainError } from '../errors/domain-error.ts';
import { commonErrors } from '../errors/common.errors.ts';
import { rightsOf, type Rights } from './actions.ts';
import type { Permissions } from './compile-permissions.ts';
import type { Viewer } from '../viewer/viewer.ts';

const MAX_REMEMBERED_DOCUMENTS = 2_000;
/** For one document; keys can be limited in as many ways as there are keys. */
const MAX_REMEMBERED_RIGHTS = 200;

export type DocumentCheck = (document: DocumentNode, viewer: Viewer) => DomainError | null;

/**
 * A check of whole documents: one walk per document and set of rights, remembered, so that it costs a look-up per request.
 * Gives UNAUTHENTICATED to nobody-in-particular and FORBIDDEN to the logged-in.
 */
export function createDocumentCheck(schema: GraphQLSchema, permissions: Permissions): DocumentCheck {
  const remembered = new LRUCache<DocumentNode, Map<string, { refusal: { action: string } | null }>>({ max: MAX_REMEMBERED_DOCUMENTS });
  return (document, viewer) => {
    const rights = rightsOf(viewer);
    let byRights = remembered.get(document);
    if (byRights === undefined) remembered.set(document, (byRights = new Map()));
    let verdict = byRights.get(rights.key);
    if (verdict === undefined) {
      if (byRights.size >= MAX_REMEMBERED_RIGHTS) byRights.clear();
      byRights.set(rights.key, (verdict = { refusal: firstRefusal(schema, permissions, document, rights) }));
    }
    if (verdict.refusal === null) return null;
    return viewer.kind === 'anonymous' ? commonErrors.UNAUTHENTICATED({}) : commonErrors.FORBIDDEN(verdict.refusal);
  };
}

function firstRefusal(schema: GraphQLSchema, permissions: Permissions, document: DocumentNode, rights: Rights): { action: string } | null {
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
        for (const owner of owners) refusal ??= permissions.refusal(rights, owner.name, node.name.value);
      },
    }),
  );
  return refusal;
}
