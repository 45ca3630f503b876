import { readFileSync } from 'node:fs';
import type { DocumentNode } from 'graphql';
import { buildSchema, parse } from '../gateway/root-packages.ts';
import { packagePath } from '../../subgraphs/kernel/config/package-folder.ts';
import { createDocumentCheck } from '../../subgraphs/kernel/permissions/check-document.ts';
import { compilePermissions } from '../../subgraphs/kernel/permissions/compile-permissions.ts';
import { defineActions } from '../../subgraphs/kernel/permissions/actions.ts';
import { ROLES, type UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';

const CHECKS = 1_000_000;
const WARM_UP = 100_000;
/** As many different limits as a busy door sees at once. */
const VIEWERS = 100;

/** One check of a document that was seen before, by one of a hundred people and limited keys, in microseconds. */
export function permissionCheckUs(): number {
  const schema = buildSchema(readFileSync(packagePath('schema', 'api.graphql'), 'utf8'), { assumeValid: true });
  const everything = Object.values(schema.getTypeMap()).flatMap(({ name }) => (name.startsWith('__') ? [] : [name]));
  const covers = everything.filter((name) => 'getFields' in (schema.getType(name) ?? {}) && !('isOneOf' in (schema.getType(name) ?? {})));
  const table = defineActions({ all: { description: 'reading', audience: ROLES, covers } });
  const check = createDocumentCheck(schema, compilePermissions(schema, table));
  const documents = [
    '{ viewer { role user { id displayName } } }',
    '{ connections { nodes { id name } } }',
    '{ apiKeys { nodes { id } } }',
  ].map((text) => parse(text));
  const viewers = Array.from({ length: VIEWERS }, (_, i) => viewerOf(i));
  const round = (times: number): void => {
    for (let i = 0; i < times; i++) check(documents[i % documents.length] as DocumentNode, viewers[i % VIEWERS] as UserViewer);
  };
  round(WARM_UP);
  const started = performance.now();
  round(CHECKS);
  return ((performance.now() - started) * 1_000) / CHECKS;
}

function viewerOf(i: number): UserViewer {
  const viewer = { kind: 'user' as const, tenantId: `t${i}`, userId: `u${i}`, role: ROLES[i % ROLES.length] ?? 'VIEWER' };
  return i % 2 === 0 ? viewer : { ...viewer, scopes: ['all', `extra.${i}`], credential: { kind: 'KEY', id: `k${i}` } };
}
