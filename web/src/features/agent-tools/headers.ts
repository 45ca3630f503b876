import type { ToolHeaderInput } from '../../gql/graphql.ts';

/** Headers as they are typed, `name: value` on a line each; null where a line is none. Pure. */
export function headersOf(text: string): ToolHeaderInput[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const headers = lines.flatMap((line) => {
    const at = line.indexOf(':');
    return at < 1 ? [] : [{ name: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }];
  });
  return headers.length === lines.length ? headers : null;
}
