import type { Meaning } from '../language/meaning.ts';
import type { Lexicon } from '../language/lexicon-builder.ts';
import { stem, verbForms } from '../language/stem.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { Context } from './context.ts';
import { isGlue, isWord } from './node.ts';
import type { Node, Thing } from './node.ts';

/** The kinds of records that a sentence names, also by a number that is told from them. */
export function entitiesNamed(context: Context, nodes: readonly Node[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap(({ things }) =>
      things.flatMap((thing) =>
        thing.kind === 'entity'
          ? [thing.entity]
          : thing.kind === 'metric'
            ? (context.metrics.get(thing.metric)?.computation?.sources.map(({ entity }) => entity) ?? [])
            : [],
      ),
    ),
  );
}

/** Who does what a verb says: `owner` of `owns`, `manager` of `managed`. */
const doersOf = (verb: string): string[] =>
  [...new Set([stem(verb), ...verbForms(verb)])].flatMap((form) => (form.endsWith('e') ? [`${form}r`] : [`${form}er`, `${form}or`]));

/** Whether it names somebody of one of these kinds of records: a column of people or a link, not a number. */
export function personThing(context: Context, entities: ReadonlySet<string>, thing: Meaning): thing is Thing {
  if (thing.kind === 'relation') return thing.match !== 'partial' && entities.has(thing.entity);
  if (thing.kind !== 'attribute' || thing.match === 'partial' || !entities.has(thing.entity)) return false;
  return context.model.attribute(thing.entity, thing.attribute)?.semantic === 'PERSON';
}

/** Whether it counts people of one of these kinds of records: `active users`. */
function countsPeople(context: Context, entities: ReadonlySet<string>, thing: Meaning): thing is Thing {
  if (thing.kind !== 'attribute' || thing.match === 'partial' || !entities.has(thing.entity)) return false;
  return context.model.attribute(thing.entity, thing.attribute)?.semantic === 'QUANTITY';
}

/** Columns that say who does what the verb says, or how many do. */
export function agentThings(context: Context, lexicon: Lexicon, entities: ReadonlySet<string>, verb: string): Thing[] {
  const found = doersOf(verb.toLowerCase()).flatMap((doer) => lexicon.phrases.get(phraseKey(doer)) ?? []);
  return found.filter((thing): thing is Thing => personThing(context, entities, thing) || countsPeople(context, entities, thing));
}

const as = (node: Node, part: Partial<Node>): Node => ({
  ...node,
  keyword: null,
  things: [],
  values: [],
  time: null,
  number: null,
  ...part,
});

/** `nobody`, or the two words `no one`: where it stands and where what is denied may begin; null when neither. */
function nobodyAt(nodes: Node[], at: number): number | null {
  const text = (index: number): string => nodes[index]?.item.text.toLowerCase() ?? '';
  if (/^(?:nobody|noone|no one|no-one)$/.test(text(at))) return at + 1;
  return text(at) === 'no' && text(at + 1) === 'one' ? at + 2 : null;
}

/** The verb behind, past words without weight that are no verbs of a doer, with the columns it stands for. */
function doneBehind(context: Context, lexicon: Lexicon, nodes: Node[], from: number): { node: Node; things: Thing[] } | null {
  const entities = entitiesNamed(context, nodes);
  for (let at = from; at < nodes.length && at < from + 3; at += 1) {
    const node = nodes[at];
    if (node === undefined) return null;
    const named = node.things.filter((thing) => personThing(context, entities, thing));
    const things = named.length > 0 ? named : /\s/.test(node.item.text) ? [] : agentThings(context, lexicon, entities, node.item.text);
    if (things.length > 0) return { node, things };
    if (!isGlue(node)) return null;
  }
  return null;
}

/** `which apps does nobody own`, `software nobody uses`: records that have none who does it. */
function nobodyDoes(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  return nodes.reduce((read, node, at) => {
    const behind = nobodyAt(read, at);
    const done = behind === null ? null : doneBehind(context, lexicon, read, behind);
    if (behind === null || done === null) return read;
    return read.map((each) => {
      if (each.index === node.index) return as(each, { keyword: { word: 'negate' } });
      if (each.index > at && each.index < behind) return as(each, { keyword: { word: 'filler' } });
      return each.index === done.node.index ? as(each, { things: done.things }) : each;
    });
  }, nodes);
}

/** Kinds of records of which one is called by its name. */
const entitiesCalled = (context: Context, nodes: readonly Node[]): string[] =>
  nodes.flatMap(({ values }) =>
    values.flatMap(({ entity, attribute }) => (context.model.entity(entity).titleAttribute === attribute ? [entity] : [])),
  );

/** `who owns Aster`, `who owns the most apps`: the column that says who does it is asked for. */
function whoDoes(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  const [who, verb] = nodes;
  const said = verb !== undefined && verb.things.length + verb.values.length === 0 && (verb.keyword === null || isGlue(verb));
  if (!said || !isWord(who, 'who')) return nodes;
  const entities = new Set([...entitiesNamed(context, nodes), ...entitiesCalled(context, nodes)]);
  const things = agentThings(context, lexicon, entities, verb.item.text).filter((thing) => personThing(context, entities, thing));
  if (things.length === 0) return nodes;
  // Of a ranking it is those who are ranked.
  const ranked = nodes.some((node) => isWord(node, 'rank'));
  return nodes.map((node) =>
    node === verb ? as(node, { things }) : node === who && ranked ? as(node, { keyword: { word: 'list' } }) : node,
  );
}

/** Reads verbs as those who do what they say, where the records named have a column for them. */
export function agentsAsked(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  return whoDoes(context, lexicon, nobodyDoes(context, lexicon, nodes));
}
