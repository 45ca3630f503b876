import { describe, expect, test } from 'vitest';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { hashOf, ManifestError, readManifest } from './manifest.ts';
import { createPersistedDocuments, type DocumentRequest, type PersistedOptions } from './persisted-documents.ts';
import { resolvedBody, resolvedSearch } from './resolved-request.ts';

const KNOWN = 'query Known { viewer { role } }';
const OTHER = 'query Other { viewer { role } }';
const manifest = readManifest(JSON.stringify({ [hashOf(KNOWN)]: KNOWN }));
const byId = { documentId: `sha256:${hashOf(KNOWN)}` };
const unknownId = { documentId: `sha256:${hashOf(OTHER)}` };
const byHash = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

function documents(mode: PersistedOptions['mode'], options: Partial<PersistedOptions> = {}) {
  const found: string[] = [];
  const resolver = createPersistedDocuments({ mode, manifest, automatic: true, found: (how) => void found.push(how), ...options });
  /** The text that runs, or the code of the refusal. */
  const ask = (request: DocumentRequest): unknown => {
    try {
      return resolver.textOf(request) ?? request.query;
    } catch (error) {
      return error instanceof DomainError ? error.code : error;
    }
  };
  return { ...resolver, found, ask };
}

describe('documents by their id', () => {
  test.each([
    ['OFF', { id: KNOWN, text: KNOWN, other: OTHER, unknown: 'PERSISTED_DOCUMENT_UNKNOWN', both: OTHER }],
    ['REPORT', { id: KNOWN, text: KNOWN, other: OTHER, unknown: 'PERSISTED_DOCUMENT_UNKNOWN', both: OTHER }],
    [
      'PREFER',
      {
        id: KNOWN,
        text: KNOWN,
        other: 'PERSISTED_DOCUMENT_UNKNOWN',
        unknown: 'PERSISTED_DOCUMENT_UNKNOWN',
        both: 'PERSISTED_DOCUMENT_UNKNOWN',
      },
    ],
    [
      'REQUIRE',
      {
        id: KNOWN,
        text: 'PERSISTED_DOCUMENT_REQUIRED',
        other: 'PERSISTED_DOCUMENT_REQUIRED',
        unknown: 'PERSISTED_DOCUMENT_UNKNOWN',
        both: 'PERSISTED_DOCUMENT_UNKNOWN',
      },
    ],
  ] as const)('mode %s', (mode, expected) => {
    const { ask } = documents(mode);
    expect({
      id: ask(byId),
      text: ask({ query: KNOWN }),
      other: ask({ query: OTHER }),
      unknown: ask(unknownId),
      both: ask({ ...unknownId, query: OTHER }),
    }).toEqual(expected);
  });

  test('an id decides, whatever text comes with it', () => {
    for (const mode of ['OFF', 'REPORT', 'PREFER', 'REQUIRE'] as const) expect(documents(mode).ask({ ...byId, query: OTHER })).toBe(KNOWN);
  });

  test('Apollo’s hash is an id of the manifest, too', () => {
    expect(documents('REQUIRE').ask(byHash(hashOf(KNOWN)))).toBe(KNOWN);
    expect(documents('REQUIRE').ask({ ...byHash(hashOf(OTHER)), query: OTHER })).toBe('PERSISTED_DOCUMENT_UNKNOWN');
  });

  test.each([
    [{ documentId: 7 }],
    [{ documentId: 'sha256:xyz' }],
    [{ documentId: '__proto__' }],
    [byHash('constructor')],
    [{ extensions: { persistedQuery: { version: 2 } } }],
    [{ extensions: { persistedQuery: 'x' } }],
  ])('%j is no id', (request) => {
    expect(documents('OFF').ask(request)).toBe('PERSISTED_DOCUMENT_INVALID');
  });

  test('a report tells what is not in the manifest', () => {
    const { ask, found } = documents('REPORT');
    for (const request of [byId, { query: KNOWN }, { query: OTHER }]) ask(request);
    expect(found).toEqual(['id', 'text', 'unknown']);
  });
});

describe('documents under their hash (APQ)', () => {
  test('a text that was sent once with its hash runs by the hash', () => {
    const { ask } = documents('OFF');
    expect(ask(byHash(hashOf(OTHER)))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(ask({ ...byHash(hashOf(OTHER)), query: OTHER })).toBe(OTHER);
    expect(ask(byHash(hashOf(OTHER)))).toBe(OTHER);
  });

  test('a hash cannot be given another text', () => {
    const { ask } = documents('OFF');
    expect(ask({ ...byHash(hashOf(OTHER)), query: KNOWN })).toBe('PERSISTED_DOCUMENT_INVALID');
    expect(ask(byHash(hashOf(OTHER)))).toBe('PERSISTED_QUERY_NOT_FOUND');
    ask({ ...byHash(hashOf(OTHER)), query: OTHER });
    expect(ask({ ...byHash(hashOf(OTHER)), query: KNOWN })).toBe(OTHER);
  });

  test('what is kept is bounded', () => {
    const { ask } = documents('OFF');
    const large = (n: number) => `query Q${n} { viewer { role } } #${'x'.repeat(200_000)}`;
    for (let n = 0; n < 200; n++) ask({ ...byHash(hashOf(large(n))), query: large(n) });
    expect(ask(byHash(hashOf(large(0))))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(ask(byHash(hashOf(large(199))))).toBe(large(199));
  });

  test('it can be off', () => {
    expect(documents('OFF', { automatic: false }).ask(byHash(hashOf(OTHER)))).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });
});

describe('requests over HTTP', () => {
  const off = documents('OFF');

  test('a body gets its text and loses its hash; anything else goes on as it is', () => {
    expect(resolvedBody(off, { ...byHash(hashOf(KNOWN)), variables: { a: 1 } })).toEqual({
      query: KNOWN,
      documentId: null,
      variables: { a: 1 },
      extensions: {},
    });
    expect(resolvedBody(off, byId)).toEqual({ query: KNOWN, documentId: null, extensions: null });
    for (const body of [null, 'text', [byId], { query: OTHER }, {}]) expect(resolvedBody(off, body)).toBe(body);
  });

  test('so does the query string of a GET', () => {
    const search = new URLSearchParams(resolvedSearch(off, `?documentId=${encodeURIComponent(byId.documentId)}&variables=%7B%7D`));
    expect([search.get('query'), search.get('documentId'), search.get('variables')]).toEqual([KNOWN, null, '{}']);
    for (const same of ['', '?query=%7Ba%7D', '?extensions=%7Bnonsense', '?%%%']) expect(resolvedSearch(off, same)).toBe(same);
  });
});

describe('a manifest', () => {
  test('may be one of Apollo’s tools', () => {
    const text = JSON.stringify({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: hashOf(KNOWN), name: 'Known', type: 'query', body: KNOWN }],
    });
    expect([...readManifest(text).names]).toEqual(['Known']);
  });

  test.each(['{', '[]', '{"a": 1}', JSON.stringify({ [hashOf(OTHER)]: KNOWN }), JSON.stringify({ [hashOf('{')]: '{' })])(
    '%s is none',
    (text) => {
      expect(() => readManifest(text)).toThrow(ManifestError);
    },
  );
});
