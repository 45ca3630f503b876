import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
import { z } from 'zod';

/** The documents that clients were built with. */
export interface Manifest {
  /** Texts by id: the SHA-256 of the text, 64 hexadecimal digits. */
  texts: ReadonlyMap<string, string>;
  ids: ReadonlyMap<string, string>;
  /** Names of their operations. */
  names: ReadonlySet<string>;
}

/** Raised when a file is no manifest. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

export const NO_DOCUMENTS: Manifest = { texts: new Map(), ids: new Map(), names: new Set() };

const operationSchema = z.object({ id: z.string(), body: z.string() });
/** Ids and texts, as codegen's client preset writes them; or a manifest of Apollo's tools. Either becomes a list. */
const manifestSchema = z.union([
  z
    .object({ format: z.literal('apollo-persisted-query-manifest'), operations: z.array(operationSchema) })
    .transform(({ operations }) => operations),
  z.record(z.string(), z.string()).transform((texts) => Object.entries(texts).map(([id, body]) => ({ id, body }))),
]);
const SHA256 = /^(?:sha256:)?([\da-f]{64})$/i;

/** Reads a manifest. @throws ManifestError when it is none, when an id is not the hash of its text, or a text no document */
export function readManifest(text: string): Manifest {
  const parsed = manifestSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new ManifestError(`The manifest of persisted documents is not usable:\n${z.prettifyError(parsed.error)}`);
  const texts = new Map<string, string>();
  const names = new Set<string>();
  for (const { id, body } of parsed.data) {
    const hash = documentHash(id);
    if (hash === null || hash !== hashOf(body))
      throw new ManifestError(`In the manifest of persisted documents ${id} is not the SHA-256 of its text.`);
    for (const name of operationNames(id, body)) names.add(name);
    texts.set(hash, body);
  }
  return { texts, ids: new Map([...texts].map(([id, body]) => [body, id])), names };
}

/** The manifest in a file; none when there is no such file. @throws ManifestError */
export async function loadManifest(path: string): Promise<Manifest> {
  try {
    return readManifest(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NO_DOCUMENTS;
    throw error;
  }
}

/** The hash that a document's id is made of, in small letters; null when it is no such id. */
export function documentHash(id: string): string | null {
  return SHA256.exec(id)?.[1]?.toLowerCase() ?? null;
}

/** SHA-256 of a text, 64 hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function operationNames(id: string, body: string): string[] {
  try {
    return parse(body, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name !== undefined ? [definition.name.value] : [],
    );
  } catch (cause) {
    throw new ManifestError(`In the manifest of persisted documents ${id} is no GraphQL document.`, { cause });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ManifestError('The manifest of persisted documents is not JSON.', { cause });
  }
}
