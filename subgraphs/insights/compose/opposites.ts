import type { Lexicon } from '../language/lexicon-builder.ts';
import type { Meaning } from '../language/meaning.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { Context } from './context.ts';
import { agentThings, entitiesNamed, personThing } from './agents.ts';
import type { Node, Thing, ValueMeaning } from './node.ts';

/** What was undone, and is neither one nor the other. */
const UNDONE = /^(?:void|voided|cancell?ed|deleted|written off|draft|reversed)$/i;

/** Values of the same column that stand for what was undone: a void invoice is not paid, and nobody owes it. */
function undone(context: Context, value: ValueMeaning): ValueMeaning[] {
  const { values = [] } = context.profile.entities[value.entity]?.attributes[value.attribute] ?? {};
  return (values ?? []).filter((each) => UNDONE.test(each)).map((each) => ({ ...value, value: each }));
}

const OPPOSITE = /^(?:un|non-?)(\p{L}{3,})$/iu;
const WITHOUT = /^(\p{L}{4,})less$/iu;

/** What is denied by `un-`, `non-` or `-less`: a value of the data, a yes-or-no column, or whoever should be there. */
function denied(context: Context, lexicon: Lexicon, node: Node, entities: ReadonlySet<string>): Pick<Node, 'things' | 'values'> | null {
  const rest = OPPOSITE.exec(node.item.text)?.[1]?.toLowerCase();
  const lacked = WITHOUT.exec(node.item.text)?.[1]?.toLowerCase();
  if (lacked !== undefined) {
    const things = (lexicon.phrases.get(phraseKey(lacked)) ?? []).filter((each): each is Thing => personThing(context, entities, each));
    return things.length === 0 ? null : { things, values: [] };
  }
  if (rest === undefined) return null;
  const values = (lexicon.values.get(rest) ?? []).filter((each): each is ValueMeaning => each.kind === 'value');
  if (values.length > 0) return { things: [], values: [...values, ...values.flatMap((value) => undone(context, value))] };
  const flags = (lexicon.phrases.get(phraseKey(rest)) ?? []).filter((each): each is Thing => isFlag(context, entities, each));
  const things =
    flags.length > 0 ? flags : agentThings(context, lexicon, entities, rest).filter((each) => personThing(context, entities, each));
  return things.length === 0 ? null : { things, values: [] };
}

function isFlag(context: Context, entities: ReadonlySet<string>, thing: Meaning): thing is Thing {
  if (thing.kind !== 'attribute' || thing.match === 'partial' || !entities.has(thing.entity)) return false;
  return context.model.attribute(thing.entity, thing.attribute)?.type === 'BOOLEAN';
}

/** `unpaid invoices`, `ungoverned apps`, `ownerless systems`: what is not, where only its opposite is known. */
export function oppositesAsked(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  const entities = entitiesNamed(context, nodes);
  return nodes
    .flatMap((node) => {
      const known = node.keyword !== null || node.time !== null || node.things.length + node.values.length > 0;
      const opposite = known ? null : denied(context, lexicon, node, entities);
      return opposite === null
        ? [node]
        : [
            { ...node, keyword: { word: 'negate' as const } },
            { ...node, ...opposite },
          ];
    })
    .map((node, index) => ({ ...node, index }));
}
