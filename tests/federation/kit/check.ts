import { parse, validate, type GraphQLSchema } from 'graphql';
import type { CaseOperation, ErrorPath } from './federation.ts';
import type { Run, TestReply, TestRequest } from './runner.ts';

/** The operation as a request. @throws Error when it is not valid: the case itself is wrong */
export function requestOf(operation: CaseOperation, apiSchema: GraphQLSchema): TestRequest {
  const document = parse(operation.query);
  const faults = validate(apiSchema, document);
  if (faults.length > 0) throw new Error(`${operation.name}: ${faults.map(({ message }) => message).join('; ')}`);
  return { document, variables: operation.variables ?? {}, operationName: operation.operationName ?? null };
}

/** What the case says and what came, in a form to be compared. */
export async function outcome(run: Run, operation: CaseOperation, request: TestRequest): Promise<{ wanted: object; got: object }> {
  const reply = await run(request);
  return {
    wanted: { data: operation.data, errors: wantedErrors(operation) },
    got: { data: reply.data, errors: shownErrors(operation, reply) },
  };
}

function wantedErrors({ errors = [] }: CaseOperation): string {
  return errors === 'SOME' ? 'SOME' : paths(errors);
}

function shownErrors({ errors = [] }: CaseOperation, reply: TestReply): string {
  if (errors === 'SOME') return reply.errors.length > 0 ? 'SOME' : 'NONE';
  const shown = paths(reply.errors.map(({ path }) => path ?? []));
  return shown === wantedErrors({ errors } as CaseOperation) ? shown : JSON.stringify(reply.errors);
}

function paths(errors: readonly ErrorPath[]): string {
  return errors
    .map((path) => path.join('.'))
    .toSorted()
    .join(' | ');
}
