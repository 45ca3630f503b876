import { getOperationAST, parse } from 'graphql';

interface Ran {
  query: string;
  operationName: string | null;
  /** The reply as text; empty when nothing was asked yet. */
  response: string;
}

/** Why what a tab holds makes no dashboard, as a sentence; empty when it does. */
export function whyNoDashboard({ query, operationName, response }: Ran): string {
  let kind: string | undefined;
  try {
    const document = parse(query);
    kind = (getOperationAST(document, operationName) ?? getOperationAST(document))?.operation;
  } catch {
    return 'The operation cannot be read yet.';
  }
  if (kind === undefined) return 'Choose one operation: run it first.';
  if (kind !== 'query') return `A ${kind} makes no dashboard; a query does.`;
  if (response === '') return 'Run the query first: the dashboard is made of its result.';
  try {
    const { data } = JSON.parse(response) as { data?: unknown };
    return data ? '' : 'The result holds no data to show.';
  } catch {
    return 'Run the query first: the dashboard is made of its result.';
  }
}

/** The code of the first error of a reply; null when it has none, or is none. */
export function errorCodeOf(response: string): string | null {
  if (!response.includes('"errors"')) return null;
  try {
    const { errors } = JSON.parse(response) as { errors?: readonly { extensions?: { code?: unknown } }[] };
    const code = errors?.[0]?.extensions?.code;
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}
