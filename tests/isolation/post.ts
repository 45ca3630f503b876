import type { ExecutionResult } from 'graphql';

/** One GraphQL request over HTTP; what is no reply of a graph is an error with its status as the code. */
export async function post(
  url: string,
  query: string,
  variables: object,
  headers: Readonly<Record<string, string>>,
): Promise<ExecutionResult> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as ExecutionResult;
}
