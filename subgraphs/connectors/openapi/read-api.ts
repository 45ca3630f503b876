import { parse } from 'yaml';
import type { ApiPlan } from './api-plan.ts';
import { ApiDocument, listOf, partOf, textOf } from './document.ts';
import { findAuth } from './find-auth.ts';
import { findLists } from './find-lists.ts';

const MAX_VARIABLES = 20;

export interface ApiText {
  text: string;
  /** Where it came from, which relative servers are relative to; null when it was pasted. */
  url: string | null;
}
/** Plain data, so that it can come out of a worker thread. */
export type ReadApi = { kind: 'READ'; plan: ApiPlan } | { kind: 'REFUSED'; why: string };

/** Reads an OpenAPI 3 document, JSON or YAML: what can be listed, and how. */
export function readApi({ text, url }: ApiText): ReadApi {
  const root = partOf(parsed(text));
  if (root === null) return { kind: 'REFUSED', why: 'it is neither JSON nor YAML' };
  const version = textOf(root['openapi']);
  if (version === null) return { kind: 'REFUSED', why: root['swagger'] === undefined ? 'it is no OpenAPI document' : 'it is Swagger 2; version 3 of OpenAPI is read' }; // prettier-ignore
  if (!version.startsWith('3.')) return { kind: 'REFUSED', why: `it is OpenAPI ${version.slice(0, 10)}; version 3 is read` };
  const document = new ApiDocument(root);
  const lists = findLists(document);
  if (lists.length === 0) return { kind: 'REFUSED', why: 'it describes no operation that lists records' };
  const base = serverOf(root, url);
  const auth = findAuth(document);
  const title = textOf(partOf(root['info'])?.['title'])?.trim().slice(0, 80) ?? 'REST API';
  return {
    kind: 'READ',
    plan: { title, base, auth: auth.type === 'CLIENT_CREDENTIALS' ? { ...auth, url: absolute(auth.url, base ?? url) } : auth, lists },
  };
}

function parsed(text: string): unknown {
  try {
    return /^\s*\{/u.test(text) ? JSON.parse(text) : parse(text, { maxAliasCount: 100 });
  } catch {
    return null;
  }
}

/** The first server, with the defaults of its variables. */
function serverOf(root: Readonly<Record<string, unknown>>, document: string | null): string | null {
  const server = partOf(listOf(root['servers'])[0]);
  let address = textOf(server?.['url']);
  if (address === null) return document === null ? null : new URL('/', document).href.replace(/\/$/u, '');
  for (const [name, value] of Object.entries(partOf(server?.['variables']) ?? {}).slice(0, MAX_VARIABLES))
    address = address.replaceAll(`{${name}}`, textOf(partOf(value)?.['default']) ?? '');
  const whole = absolute(address, document);
  return URL.canParse(whole) ? whole.replace(/\/+$/u, '') : null;
}

const absolute = (address: string, from: string | null): string =>
  URL.canParse(address) || from === null || !URL.canParse(from) ? address : new URL(address, from).href;
