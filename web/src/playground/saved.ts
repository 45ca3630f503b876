import type { Persona, SaveOperationInput, SavedOperationFieldsFragment, SavedOperationsQuery } from '../gql/graphql.ts';
import { RemoveOperationDocument, SavedOperationsDocument, SaveOperationDocument } from '../gql/graphql.ts';
import { problemOfRefusal } from '../graph/problem.ts';
import type { Operation } from './address.ts';
import { ask } from './ask.ts';
import type { Asked } from './ask.ts';

/** An operation that is kept. */
export type Saved = SavedOperationFieldsFragment;

/** More than this nobody looks through. */
const MOST_PAGES = 5;

/** What is kept for whoever is logged in: their own and the company’s. */
export async function readAllSaved(): Promise<Asked<readonly Saved[]>> {
  const all: Saved[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const asked: Asked<SavedOperationsQuery> = await ask(SavedOperationsDocument, { after });
    if (!asked.ok) return asked;
    const { nodes, pageInfo }: SavedOperationsQuery['savedOperations'] = asked.data.savedOperations;
    all.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor ?? null;
  }
  return { ok: true, data: all };
}

/** Keeps an operation, or keeps it anew over the one with its id. */
export async function keep(input: SaveOperationInput): Promise<Asked<Saved>> {
  const asked = await ask(SaveOperationDocument, { input });
  if (!asked.ok) return asked;
  const { saveOperation: result } = asked.data;
  return result.__typename === 'OperationSaved'
    ? { ok: true, data: result.operation }
    : { ok: false, problem: problemOfRefusal(result.problems) };
}

/** Removes a kept operation for good. */
export async function remove(id: string): Promise<Asked<null>> {
  const asked = await ask(RemoveOperationDocument, { id });
  if (!asked.ok) return asked;
  const { removeOperation: result } = asked.data;
  return result.__typename === 'OperationRemoved' ? { ok: true, data: null } : { ok: false, problem: problemOfRefusal(result.problems) };
}

/** A kept operation as a tab holds it. */
export function operationOf({ document, variables }: Saved): Operation {
  return { query: document, variables: Object.keys(variables).length === 0 ? null : JSON.stringify(variables, null, 2) };
}

/** What is sent to keep a tab under a name; null while its variables are no JSON. */
export function inputOf(
  tab: Operation,
  how: { id: string | null; name: string; shared: boolean; persona: Persona | null },
): SaveOperationInput | null {
  const { id, ...rest } = how;
  try {
    const variables = JSON.parse(tab.variables?.trim() || '{}') as Record<string, unknown>;
    return { ...rest, document: tab.query, variables, ...(id === null ? {} : { id }) };
  } catch {
    return null;
  }
}

/** Those whose name, document or author hold every word, in their order. */
export function matching(all: readonly Saved[], words: string): readonly Saved[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ name, document, createdBy }) => {
    const text = `${name} ${document} ${createdBy.displayName}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
