import type { Keyword } from '../language/keywords.ts';
import type { Item, Meaning } from '../language/meaning.ts';
import type { Comparison } from '../plan/query-plan.ts';
import type { TimePhrase } from '../language/time-range.ts';

export type Thing = Extract<Meaning, { kind: 'metric' | 'entity' | 'attribute' | 'relation' }>;
export type ValueMeaning = Extract<Meaning, { kind: 'value' }>;

/** One stretch of the question sorted by what it can be: grammar, time, number, a thing of the model, a value of the data. */
export interface Node {
  index: number;
  item: Item;
  keyword: Keyword | null;
  time: TimePhrase | null;
  number: { value: number; percent: boolean; plain: boolean } | null;
  quoted: string | null;
  things: Thing[];
  values: ValueMeaning[];
  /** What a yes-or-no question holds the number of these against: `more than 100 customers`. */
  limit?: { operator: Comparison; value: number };
}

const YIELDING = new Set(['filler', 'link', 'sold', 'rate', 'list', 'trend', 'share', 'blank', 'distinct', 'text', 'judge', 'chart']);

function contentMeanings(item: Item): { things: Thing[]; values: ValueMeaning[] } {
  const things: Thing[] = [];
  const values: ValueMeaning[] = [];
  for (const meaning of item.meanings) {
    if (meaning.kind === 'value') values.push(meaning);
    else if (meaning.kind === 'metric' || meaning.kind === 'entity' || meaning.kind === 'attribute' || meaning.kind === 'relation')
      things.push(meaning);
  }
  return { things, values };
}

/** Whether something nameable follows, past articles: `total` before it sums, at the end of the sentence it may be a column. */
function thingFollows(items: Item[], index: number): boolean {
  for (const item of items.slice(index + 1, index + 4)) {
    const { things, values } = contentMeanings(item);
    if (things.length > 0 || values.length > 0) return true;
    const grammar = item.meanings.find((meaning) => meaning.kind === 'keyword');
    if (grammar === undefined) return item.meanings.some((meaning) => meaning.kind === 'number');
    if (!['filler', 'link', 'aggregate', 'count', 'distinct', 'rank'].includes(grammar.keyword.word)) return false;
  }
  return false;
}

/** `quantity sold by product`: a link called `sold by` in front of a thing, not of a value, is the verb and the `by` of a grouping. */
function isVerbBy(items: Item[], index: number): boolean {
  const [item, next] = [items[index], items[index + 1]];
  if (item === undefined || next === undefined || !/\sby$/i.test(item.text)) return false;
  if (item.meanings.every((meaning) => meaning.kind === 'keyword')) return false;
  const { things, values } = contentMeanings(next);
  return things.length > 0 && values.length === 0;
}

/** Sorts the linked items; where a word is both grammar and a thing, its place in the sentence decides. */
export function toNodes(items: Item[]): Node[] {
  return items.map((item, index) => {
    const { things, values } = contentMeanings(item);
    if (isVerbBy(items, index)) {
      const by: Keyword = { word: 'by', phrase: 'by' };
      return { index, item, keyword: by, time: null, number: null, quoted: null, things: [], values: [] };
    }
    const found: { keyword: Keyword | null; time: TimePhrase | null; number: Node['number']; quoted: string | null } = {
      keyword: null,
      time: null,
      number: null,
      quoted: null,
    };
    for (const meaning of item.meanings) {
      if (meaning.kind === 'keyword') found.keyword = meaning.keyword;
      else if (meaning.kind === 'time') found.time = found.time?.kind === 'shift' ? found.time : meaning.phrase;
      else if (meaning.kind === 'number') found.number = meaning;
      else if (meaning.kind === 'quoted') found.quoted = meaning.text;
    }
    if (found.keyword !== null && things.length + values.length > 0) {
      const yields = YIELDING.has(found.keyword.word) || !thingFollows(items, index);
      if (yields) found.keyword = null;
      else return { index, item, ...found, things: [], values: [] };
    }
    return { index, item, ...found, things, values };
  });
}

/** Whether the node is grammar of this kind. */
export function isWord<W extends Keyword['word']>(
  node: Node | undefined,
  word: W,
): node is Node & { keyword: Extract<Keyword, { word: W }> } {
  return node?.keyword?.word === word;
}

/** Words that only hold a sentence together. */
export function isGlue(node: Node | undefined): boolean {
  return node !== undefined && (isWord(node, 'filler') || isWord(node, 'link') || isWord(node, 'judge') || isWord(node, 'chart'));
}

/** The next node that is not glue, at or behind `from`. */
export function nextContent(nodes: Node[], from: number): Node | null {
  for (let at = from; at < nodes.length; at += 1) if (!isGlue(nodes[at])) return nodes[at] ?? null;
  return null;
}

/** The node before `from` that is not glue. */
export function previousContent(nodes: Node[], from: number): Node | null {
  for (let at = from - 1; at >= 0; at -= 1) if (!isGlue(nodes[at])) return nodes[at] ?? null;
  return null;
}

/** `apps we pay for`: what holds of the records, said as a clause, is no part of their name. */
const CLAUSE = /^(?:we|they|you|can|is|are|still)\s/i;

/** `apps cost the most`: behind its records, and before how much, `cost` is a verb and no part of their name. */
export function isRankedVerb(nodes: Node[], { item }: Node): boolean {
  const behind = nodes.filter((node) => node.item.start >= item.end);
  const ranked = behind.some((node) => isWord(node, 'rank')) && behind.every((node) => isGlue(node) || isWord(node, 'rank'));
  return /(?:^|\s)costs?$/i.test(item.text) && ranked && /^(?:which|what)$/i.test(nodes[0]?.item.text ?? '');
}

/**
 * `pizza category`, `customer city`: a thing right in front of its own attribute only says whose attribute it is. The thing's node becomes
 * glue and the attribute's meanings are held to that owner.
 */
export function joinCompounds(
  nodes: Node[],
  owns: (thing: Thing, attribute: Extract<Thing, { kind: 'attribute' }>) => boolean,
  weighty: (metric: string) => boolean,
): Node[] {
  const joined = [...nodes];
  for (let at = 0; at + 1 < joined.length; at += 1) {
    const [owner, owned] = [joined[at], joined[at + 1]];
    if (
      owner === undefined ||
      owned === undefined ||
      owner.keyword !== null ||
      owned.keyword !== null ||
      owned.item.start - owner.item.end > 1
    )
      continue;
    if (isRankedVerb(joined, owned) || CLAUSE.test(owned.item.text)) continue;
    if (owned.things.some((thing) => thing.kind === 'entity' || (thing.kind === 'metric' && weighty(thing.metric)))) continue;
    const owners = owner.things.filter((thing) => thing.kind === 'entity' || thing.kind === 'relation');
    const kept = owned.things.filter((thing) => thing.kind === 'attribute' && owners.some((each) => owns(each, thing)));
    if (kept.length === 0 || /ed$/i.test(owned.item.text) || owner.item.text.toLowerCase() === owned.item.text.toLowerCase()) continue;
    joined[at] = { ...owner, keyword: { word: 'filler' }, things: [], values: [], time: null };
    joined[at + 1] = { ...owned, things: kept };
  }
  return joined;
}

/** The asker's own plural for what is counted: who asks about customers is told about customers, not about accounts. */
export function pluralSaid(node: Node): string | null {
  const said = node.item.text.toLowerCase();
  return node.item.corrected === null && !node.item.short && /^[a-z ]+s$/.test(said) ? said : null;
}

/** Whether it asks for records by what holds of them: `which`, `what`, `who`. */
export const asksForRecords = ({ item }: Node): boolean => /^(?:which|what|who)\b/i.test(item.text);
