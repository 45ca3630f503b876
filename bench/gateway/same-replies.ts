import { isDeepStrictEqual } from 'node:util';
import { GRAPH_PATH, type Entrant } from './ground.ts';
import type { BenchOperation } from './operations.ts';

const SHOWN_CHARACTERS = 400;

/** Asks every gateway once. @returns bytes of the reply of each, by its name @throws Error naming those that answer otherwise than the first one, or with errors */
export async function checkSameReplies(entrants: readonly Entrant[], { name, query }: BenchOperation): Promise<Map<string, number>> {
  const replies = await Promise.all(
    entrants.map(async ({ contestant, origin }) => {
      const response = await fetch(`${origin}${GRAPH_PATH}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      return { name: contestant.name, title: contestant.title, text, value: JSON.parse(text) as { data?: unknown; errors?: unknown } };
    }),
  );
  const [first] = replies;
  const others = replies.filter(({ value }) => value.errors !== undefined || !isDeepStrictEqual(value.data, first?.value.data));
  if (others.length > 0) {
    const shown = others.map(({ title, text }) => `  ${title}: ${text.slice(0, SHOWN_CHARACTERS)}`).join('\n');
    throw new Error(`the replies to "${name}" are not what ${first?.title} gives:\n${shown}`);
  }
  return new Map(replies.map((reply) => [reply.name, Buffer.byteLength(reply.text)]));
}
