import { plainText } from './markdown/blocks.ts';
import type { Block, Inline } from './markdown/blocks.ts';
import { loadGuide } from './guides.ts';

/** One failure that the product foresees. */
export interface CatalogueError {
  code: string;
  area: string;
  says: string;
  todo: readonly Inline[];
  retry: boolean;
  status: string;
}

/** What goes wrong before a server is reached, or between it and the page; the server’s own catalogue cannot know these. */
const AT_THE_BROWSER: readonly CatalogueError[] = [
  ['SERVER_UNREACHABLE', 'The server did not answer.', 'Check that AutonomOS is running and that you are online, then try again.', true],
  ['EMPTY_ANSWER', 'The server sent no data.', 'Try again; if it stays so, look into the log of the server.', true],
  ['UNKNOWN', 'The server failed without saying how.', 'Try again; if it stays so, look into the log of the server.', true],
  ['REFUSED', 'The server refused this.', 'Check what you entered and try again.', false],
].map(([code, says, todo, retry]) => ({
  code: code as string,
  area: 'the browser',
  says: says as string,
  todo: [todo as string],
  retry: retry === true,
  status: '',
}));

/** The failures in the printed catalogue: a table for each area, under its heading. */
export function errorsIn(blocks: readonly Block[]): CatalogueError[] {
  let area = '';
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') area = plainText(block.text);
    if (block.kind !== 'table') return [];
    return block.rows.map(([code = [], says = [], todo = [], retry = [], status = []]) => ({
      code: plainText(code),
      area,
      says: plainText(says),
      todo,
      retry: plainText(retry) === 'yes',
      status: plainText(status),
    }));
  });
}

/** Every failure there is a code for. */
export async function loadErrors(): Promise<readonly CatalogueError[]> {
  return [...errorsIn((await loadGuide('errors')) ?? []), ...AT_THE_BROWSER];
}

/** The address of what an error means. */
export function errorPath(code: string): string {
  return `/help/errors/${encodeURIComponent(code)}`;
}
