import type { Candidate } from './candidate.ts';
import { candidate } from './candidate.ts';
import type { Context } from './context.ts';
import { countOf } from './measure-choices.ts';
import { isGlue } from './node.ts';
import type { Node } from './node.ts';

const isRecords = ({ things }: Node): boolean => things.some(({ kind }) => kind === 'entity');

/** `backorders?`, `open P1s`: states alone; the one kind of records that carries them all is counted. Empty when several do. */
export function countsOfStates(context: Context, nodes: Node[]): Candidate[] {
  const said = nodes.filter((node) => !isGlue(node) && node.time === null);
  if (
    said.length === 0 ||
    said.some((node) => node.keyword !== null || node.values.length === 0 || node.number !== null || isRecords(node))
  )
    return [];
  const owners = said.map(({ values }) => new Set(values.map(({ entity }) => entity)));
  const shared = [...(owners[0] ?? [])].filter((entity) => owners.every((each) => each.has(entity)));
  const [only] = shared;
  const stated = said.some(({ values }) =>
    values.some(({ entity, attribute }) => entity === only && context.model.attribute(entity, attribute)?.semantic === 'STATUS'),
  );
  if (only === undefined || shared.length > 1 || !stated) return [];
  const records = context.model.entity(only).pluralLabel;
  return [
    candidate(countOf(context, only), [], 0.3, [
      { text: `${records} are counted, as the question says no more than their state`, effect: -0.1 },
    ]),
  ];
}
