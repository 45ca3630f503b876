import { isMap, isSeq, parseDocument } from 'yaml';

/** A text with a step at the end of its list, otherwise as it was written; null where it cannot be read. Pure. */
export function withStep(text: string, step: Readonly<Record<string, unknown>>): string | null {
  const document = parseDocument(text, { strict: true });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  if (text.trimStart().startsWith('{')) {
    const value = document.toJS({ maxAliasCount: 10 }) as { steps?: unknown };
    const steps: unknown[] = Array.isArray(value.steps) ? value.steps : [];
    return `${JSON.stringify({ ...value, steps: [...steps, step] }, null, 2)}\n`;
  }
  const steps = document.get('steps');
  if (isSeq(steps) && steps.items.length > 0) steps.add(document.createNode(step));
  else document.set('steps', document.createNode([step]));
  return document.toString({ lineWidth: 0 });
}
