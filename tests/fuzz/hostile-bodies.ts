import { createHash } from 'node:crypto';
import type { Random } from '../chaos/random.ts';
import { hostileDocument, hostileOperationName } from './hostile-documents.ts';
import { hostileObject, hostileText, hostileValue, mutated } from './hostile-values.ts';

/** The members of an operation as a hostile client sends them. */
export function hostileOperation(random: Random, honest: readonly string[]): Record<string, unknown> {
  const operation: Record<string, unknown> = { query: random.fraction() < 0.97 ? hostileDocument(random, honest) : hostileValue(random) };
  if (random.fraction() < 0.5) operation['variables'] = random.fraction() < 0.95 ? hostileObject(random) : hostileValue(random);
  if (random.fraction() < 0.1) operation['operationName'] = hostileOperationName(random);
  if (random.fraction() < 0.15)
    operation['extensions'] = random.fraction() < 0.7 ? { persistedQuery: persistedQuery(random) } : hostileValue(random);
  if (random.fraction() < 0.05) operation['documentId'] = documentId(random);
  if (random.fraction() < 0.03) delete operation['query'];
  if (random.fraction() < 0.1) Object.assign(operation, hostileObject(random));
  return operation;
}

function persistedQuery(random: Random): unknown {
  const hash = random.pick<unknown>([
    createHash('sha256').update(hostileText(random)).digest('hex'),
    'x',
    '',
    null,
    7,
    '__proto__',
    'f'.repeat(100_000),
  ]);
  return random.pick<unknown>([
    { version: 1, sha256Hash: hash },
    { version: 1, sha256Hash: hash },
    { version: 2, sha256Hash: hash },
    hash,
    [],
    hostileObject(random),
  ]);
}

function documentId(random: Random): unknown {
  return random.pick<unknown>([`sha256:${'0'.repeat(64)}`, 'sha256:', '', 7, null, {}, '__proto__', `sha256:${'f'.repeat(100_000)}`]);
}

/** A body of JSON, or of something that once was. */
export function hostileBody(random: Random, honest: readonly string[]): Buffer {
  const kind = random.below(60);
  const json = (): string => stringify(hostileOperation(random, honest));
  if (kind === 0) return Buffer.from(mutated(random, json()));
  if (kind === 1) return Buffer.from(stringify(Array.from({ length: 1 + random.below(50) }, () => hostileOperation(random, honest))));
  if (kind === 2) return Buffer.from(stringify(hostileValue(random)));
  if (kind === 3) return Buffer.from(Array.from({ length: random.below(400) }, () => random.below(256)));
  if (kind === 4) return Buffer.from(random.pick(['[', '{"a":']).repeat(random.pick([10, 5_000, 100_000])));
  if (kind === 5)
    return Buffer.concat([
      Buffer.from('{"query":"{ __typename }","variables":{"a":"'),
      Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
      Buffer.from('"}}'),
    ]);
  if (kind === 6)
    return Buffer.from(`{"query":"{ __typename }","query":${stringify(hostileValue(random))},"__proto__":{"query":"{ viewer { role } }"}}`);
  return Buffer.from(json());
}

/** As JSON; values that are nested too deeply for that as a text that is none. */
function stringify(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '[';
  }
}
