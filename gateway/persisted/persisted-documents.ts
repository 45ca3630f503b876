import { LRUCache } from 'lru-cache';
import { documentHash, hashOf, type Manifest } from './manifest.ts';
import { persistedErrors } from './persisted.errors.ts';

export interface PersistedOptions {
  /**
   * Which documents run. OFF and REPORT: all, REPORT telling of those that are not in the manifest. PREFER: those of the manifest, by id or by
   * text. REQUIRE: those of the manifest, by id.
   */
  mode: 'OFF' | 'REPORT' | 'PREFER' | 'REQUIRE';
  manifest: Manifest;
  /** Whether clients may hand in documents under their hash (APQ), where every document runs. */
  automatic: boolean;
  /** Is told how each document was found that is not simply sent as its text, and in REPORT of each that is. */
  found?: (how: DocumentOutcome, hash: () => string) => void;
}

/** How a document was found, or why it is refused. */
export type DocumentOutcome = 'id' | 'text' | 'unknown' | 'registered' | 'automatic' | 'missed' | 'refused';

/** The members of a request that say which document it means; nothing is known of them yet. */
export interface DocumentRequest {
  query?: unknown;
  documentId?: unknown;
  extensions?: unknown;
}

export interface PersistedDocuments {
  /**
   * The text of the document that a request means, where that is not simply its `query`; null: it is.
   * @throws PERSISTED_DOCUMENT_UNKNOWN, PERSISTED_DOCUMENT_REQUIRED, PERSISTED_DOCUMENT_INVALID, PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_NOT_SUPPORTED
   */
  textOf(request: DocumentRequest): string | null;
}

/** What was handed in under hashes is kept up to this size, in UTF-16 units of text. */
const AUTOMATIC_SIZE = 16 * 1024 * 1024;

/** Resolves ids and hashes to documents, for HTTP and sockets alike. */
export function createPersistedDocuments(options: PersistedOptions): PersistedDocuments {
  const { mode, manifest } = options;
  const found = options.found ?? (() => undefined);
  const everything = mode === 'OFF' || mode === 'REPORT';
  const automatic = new LRUCache<string, string>({ maxSize: AUTOMATIC_SIZE, sizeCalculation: (text) => text.length + 64 });

  const byText = (text: string): null => {
    if (mode === 'OFF') return null;
    const known = manifest.ids.has(text);
    if (mode === 'REQUIRE' || (mode === 'PREFER' && !known)) {
      found('refused', () => hashOf(text));
      throw mode === 'REQUIRE' ? persistedErrors.PERSISTED_DOCUMENT_REQUIRED({}) : persistedErrors.PERSISTED_DOCUMENT_UNKNOWN({});
    }
    found(known ? 'text' : 'unknown', () => hashOf(text));
    return null;
  };
  const byHash = (hash: string, text: string | null): string | null => {
    if (!everything) {
      found('refused', () => hash);
      throw persistedErrors.PERSISTED_DOCUMENT_UNKNOWN({});
    }
    if (!options.automatic) throw persistedErrors.PERSISTED_QUERY_NOT_SUPPORTED({});
    if (text === null) {
      const kept = automatic.get(hash);
      found(kept === undefined ? 'missed' : 'automatic', () => hash);
      if (kept === undefined) throw persistedErrors.PERSISTED_QUERY_NOT_FOUND({});
      return kept;
    }
    if (!automatic.has(hash)) {
      if (hashOf(text) !== hash)
        throw persistedErrors.PERSISTED_DOCUMENT_INVALID({ reason: 'The hash is not that of the text sent with it.' });
      automatic.set(hash, text);
      found('registered', () => hash);
    }
    // The text that was checked, not the one that is sent under its hash.
    return automatic.get(hash) ?? text;
  };

  return {
    textOf({ query, documentId, extensions }) {
      const text = typeof query === 'string' && query !== '' ? query : null;
      const asked = documentId ?? null;
      const hash = asked === null ? automaticHash(extensions) : idHash(asked);
      if (hash === null) return text === null ? null : byText(text);
      const known = manifest.texts.get(hash);
      if (known !== undefined) {
        found('id', () => hash);
        return known;
      }
      if (asked === null) return byHash(hash, text);
      // The text is taken as it is sent, and the hash beside it is not looked at again.
      if (text !== null && everything) return byText(text) ?? text;
      found('refused', () => hash);
      throw persistedErrors.PERSISTED_DOCUMENT_UNKNOWN({});
    },
  };
}

function idHash(id: unknown): string {
  const hash = typeof id === 'string' ? documentHash(id) : null;
  if (hash === null) throw persistedErrors.PERSISTED_DOCUMENT_INVALID({ reason: 'The `documentId` is none.' });
  return hash;
}

/** The hash of `extensions.persistedQuery`; null when there is none. */
function automaticHash(extensions: unknown): string | null {
  if (typeof extensions !== 'object' || extensions === null || !Object.hasOwn(extensions, 'persistedQuery')) return null;
  const asked = (extensions as { persistedQuery: unknown }).persistedQuery ?? null;
  if (asked === null) return null;
  const { version, sha256Hash } = asked as { version?: unknown; sha256Hash?: unknown };
  const hash = typeof sha256Hash === 'string' ? documentHash(sha256Hash) : null;
  if (version !== 1 || hash === null)
    throw persistedErrors.PERSISTED_DOCUMENT_INVALID({ reason: 'The extension `persistedQuery` is none of version 1.' });
  return hash;
}
