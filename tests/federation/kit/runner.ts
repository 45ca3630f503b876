import type { DocumentNode } from 'graphql';
import type { ErrorPath } from './federation.ts';

/** An operation as a caller sends it. */
export interface TestRequest {
  document: DocumentNode;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | null;
}

/** What a caller gets; `errors` is empty when there are none. */
export interface TestReply {
  data: unknown;
  errors: readonly { message: string; path: ErrorPath | null; code?: string }[];
}

/** Something that executes operations over one federation. */
export type Run = (request: TestRequest) => Promise<TestReply>;

/** graphql's results as plain JSON. */
export function plainReply(result: {
  data?: unknown;
  errors?: readonly { message: string; path?: ErrorPath | undefined; extensions?: Readonly<Record<string, unknown>> }[] | undefined;
}): TestReply {
  const errors = (result.errors ?? []).map(({ message, path, extensions }) => {
    const code = extensions?.['code'];
    return { message, path: path ?? null, ...(typeof code === 'string' ? { code } : {}) };
  });
  return { data: JSON.parse(JSON.stringify(result.data ?? null)) as unknown, errors };
}
