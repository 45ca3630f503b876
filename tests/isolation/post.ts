import type { ExecutionResult } from 'graphql';

/** One GraphQL request over HTTP; what is no reply of a graph is an error with its status as the code. */
export async function post(
  url: string,
  query: string,
  variables: object,
  headers: Readonly<Record<string, string>>,
): Promise<ExecutionResult> {
  const ask = (): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  const response = await ask().catch((error: unknown) => {
    // A connection that was kept is closed by the server in the moment in which it is used again: nothing was asked.
    if (isLost(error)) return ask();
    throw error;
  });
  return (await response.json()) as ExecutionResult;
}

function isLost(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE';
}
