import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { MAX_TEXT, outOfBounds } from './bounds.ts';
import { checkDefinition } from './check-definition.ts';
import type { WorkflowDefinition } from './definition.ts';
import { definitionSchema } from './definition.schema.ts';
import { pathText, type DefinitionProblem } from './problems.ts';

export type ReadDefinition = { kind: 'READ'; definition: WorkflowDefinition } | { kind: 'FAULTY'; problems: readonly DefinitionProblem[] };

/** Problems told at once; a person mends the first ones first. */
const MAX_PROBLEMS = 50;

/** Reads a definition from YAML or JSON, which is YAML as well, and checks all of it. Never throws, whatever is sent. */
export function readDefinition(text: string): ReadDefinition {
  if (text.length > MAX_TEXT) return faulty([{ path: '', code: 'TOO_LARGE', message: `It may have ${MAX_TEXT} characters.` }]);
  const parsed = parseText(text);
  return parsed.kind === 'FAULTY' ? parsed : parseDefinition(parsed.document);
}

/** The same for one that is an object already. */
export function parseDefinition(document: unknown): ReadDefinition {
  const outside = outOfBounds(document);
  if (outside !== null) return faulty([outside]);
  const parsed = definitionSchema.safeParse(document);
  if (!parsed.success) return faulty(parsed.error.issues.flatMap(problemsOf));
  const problems = checkDefinition(parsed.data);
  return problems.length > 0 ? faulty(problems) : { kind: 'READ', definition: parsed.data };
}

function parseText(text: string): { kind: 'PARSED'; document: unknown } | (ReadDefinition & { kind: 'FAULTY' }) {
  try {
    const document = parseDocument(text, { merge: false, strict: true });
    const [error] = document.errors;
    if (error !== undefined) return faulty([{ path: '', code: 'UNREADABLE', message: error.message.split('\n')[0] ?? error.message }]);
    return { kind: 'PARSED', document: document.toJS({ maxAliasCount: 50 }) };
  } catch (error) {
    // Nested too deeply for the parser's stack, or more aliases than anybody writes.
    return faulty([{ path: '', code: 'UNREADABLE', message: error instanceof Error ? error.message : 'It cannot be read.' }]);
  }
}

function faulty(problems: readonly DefinitionProblem[]): ReadDefinition & { kind: 'FAULTY' } {
  return { kind: 'FAULTY', problems: problems.slice(0, MAX_PROBLEMS) };
}

function problemsOf(issue: z.core.$ZodIssue): readonly DefinitionProblem[] {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      code: 'UNKNOWN_KEY',
      message: `“${key}” means nothing here.`,
    }));
  const last = issue.path.at(-1);
  if (last === 'maxRounds' || last === 'maxItems')
    return [{ path, code: 'UNBOUNDED', message: `It has to have an end: say ${last}, from 1 to 1000.` }];
  return [{ path, code: 'INVALID', message: issue.message }];
}
