import { isTemporal } from '../model/model-index.ts';
import { isPerson, mainTime } from '../model/time-axis.ts';
import type { Keyword } from '../language/keywords.ts';
import type { Lexicon } from '../language/lexicon-builder.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { Context } from './context.ts';
import { isGlue, isWord } from './node.ts';
import type { Node, Thing } from './node.ts';

const as = (node: Node, keyword: Keyword): Node => ({ ...node, keyword, things: [], values: [], time: null });

const isUnread = (node: Node): boolean => node.keyword === null && node.things.length + node.values.length === 0 && node.time === null;

const entityOf = (node: Node | undefined): string | null => {
  const thing = node?.things.find(({ kind }) => kind === 'entity');
  return thing?.kind === 'entity' ? thing.entity : null;
};

/** `new subscribers per quarter`: those that came in each, where the records have a day of their own; a time has to be said. */
function newRecords(context: Context, nodes: Node[]): Node[] {
  const timed = nodes.some(({ time }) => time !== null);
  return nodes.map((node) => {
    const entity = entityOf(nodes[node.index + 1]);
    if (!timed || !/^new$/i.test(node.item.text) || !isUnread(node) || entity === null || mainTime(context.model, entity) === null)
      return node;
    return as(node, nodes.some((each) => isWord(each, 'list')) ? { word: 'filler' } : { word: 'count' });
  });
}

/** `who never opened a ticket`: the act by which a record came to be, said before the record, is no condition on its day. */
function actBefore(context: Context, nodes: Node[]): Node[] {
  return nodes.map((node) => {
    const behind = nodes.slice(node.index + 1, node.index + 3).find((each) => !isGlue(each));
    const entity = entityOf(behind);
    const negated = nodes.slice(Math.max(0, node.index - 2), node.index).some((each) => isWord(each, 'negate'));
    const act = node.things.every(
      (thing) => thing.kind === 'attribute' && thing.entity === entity && isDay(context, thing.entity, thing.attribute),
    );
    return negated && entity !== null && node.keyword === null && node.things.length > 0 && act ? as(node, { word: 'filler' }) : node;
  });
}

function isDay(context: Context, entity: string, attribute: string): boolean {
  const found = context.model.attribute(entity, attribute);
  return found !== null && isTemporal(found);
}

const SELLERS = /\b(?:owner|rep|representative|agent|seller|salesperson|sales ?man|closer)\b/i;

/** Who brings revenue in, as the records that it is told from name them. */
function sellerOf(context: Context): { who: Thing; metric: Thing } | null {
  const revenue = context.metrics.get('revenue');
  for (const computation of [revenue?.computation ?? [], revenue?.alternatives ?? []].flat()) {
    const name = computation.sources[0]?.entity ?? '';
    const entity = context.model.find(name);
    const metric: Thing = { kind: 'metric', metric: 'revenue', match: 'label' };
    const relation = entity?.relations.find(({ name: own, label }) => SELLERS.test(`${own} ${label}`));
    if (relation !== undefined) return { who: { kind: 'relation', entity: name, relation: relation.name, match: 'label' }, metric };
    const attribute = entity?.attributes.find(({ label, type }) => type === 'TEXT' && SELLERS.test(label));
    if (attribute !== undefined) return { who: { kind: 'attribute', entity: name, attribute: attribute.name, match: 'label' }, metric };
  }
  return null;
}

/** `who sold the most`: sellers by what they brought in, where nothing else is named. */
function whoSold(context: Context, nodes: Node[]): Node[] {
  const who = nodes.find((node) => /^who$/i.test(node.item.text));
  const sold = nodes.find((node) => isWord(node, 'sold') && /^s(?:ell|old)/i.test(node.item.text));
  const ranked = nodes.some((node) => isWord(node, 'rank'));
  const named = nodes.some((node) => node !== who && node.things.length > 0);
  const seller = who === undefined || sold === undefined || !ranked || named ? null : sellerOf(context);
  if (seller === null) return nodes;
  return nodes.map((node) =>
    node === who
      ? { ...node, keyword: null, things: [seller.who], values: [] }
      : node === sold
        ? { ...node, keyword: null, things: [seller.metric], values: [] }
        : node,
  );
}

const PAYS = /^(?:pays?|paid|buys?|bought|spends?|spent)$/i;

const PAYER_NAMED = /subscriber|buyer|payer|guest|tenant|resident|passenger|donor|sponsor/i;

/** Who revenue comes from, as the records that it is told from name them. */
function payerOf(context: Context): Thing | null {
  for (const computation of [context.metrics.get('revenue')?.computation ?? []].flat()) {
    const name = computation.sources[0]?.entity ?? '';
    const payers = (context.model.find(name)?.relations ?? []).flatMap((relation): Thing[] => {
      const target = context.model.entity(relation.target);
      const title = target.attributes.find((attribute) => attribute.name === target.titleAttribute)?.semantic;
      const pays =
        ['Account', 'Contact'].includes(target.canonical ?? '') || isPerson(target) || title === 'PERSON' || PAYER_NAMED.test(target.label);
      return pays && !SELLERS.test(relation.label) ? [{ kind: 'relation', entity: name, relation: relation.name, match: 'label' }] : [];
    });
    const [only, more] = payers;
    if (only !== undefined && more === undefined) return only;
  }
  return null;
}

/** `who pays us the most`, `who spends most`: customers by what comes from them, where nothing else is named. */
function whoPays(context: Context, nodes: Node[]): Node[] {
  const who = nodes.find((node) => /^who$/i.test(node.item.text));
  const pays = nodes.find((node) => PAYS.test(node.item.text) && node.things.length + node.values.length === 0);
  const plain = nodes.every((node) => node === pays || isGlue(node) || isWord(node, 'who') || isWord(node, 'rank') || node.time !== null);
  if (who === undefined || pays === undefined || !plain || !nodes.some((node) => isWord(node, 'rank'))) return nodes;
  const payer = payerOf(context);
  const metric: Thing = { kind: 'metric', metric: 'revenue', match: 'label' };
  if (payer === null) return nodes;
  return nodes.map((node) =>
    node === who || node === pays ? { ...node, keyword: null, things: [node === who ? payer : metric], values: [] } : node,
  );
}

const SELLER_SAID = /^(?:sales ?)?(?:reps?|representatives?|agents?)$|^sales ?(?:person|people|persons)$/i;

/** `which sales rep won the most deals`: a deal's own owner, rather than who looks after its customer. */
function sellersOfDeals(context: Context, nodes: Node[]): Node[] {
  const deals = context.model.model.entities.find(({ canonical }) => canonical === 'Opportunity');
  const owners = (deals?.attributes ?? []).filter(({ label, type }) => type === 'TEXT' && SELLERS.test(label));
  const [owner, more] = owners;
  const told = nodes.some((node) => node.things.some((thing) => thing.kind === 'entity' && thing.entity === deals?.name));
  if (deals === undefined || owner === undefined || more !== undefined || !told) return nodes;
  const own: Thing = { kind: 'attribute', entity: deals.name, attribute: owner.name, match: 'synonym' };
  return nodes.map((node) => {
    const elsewhere = node.things.length > 0 && node.things.every((thing) => thing.kind === 'attribute' && thing.entity !== deals.name);
    return SELLER_SAID.test(node.item.text) && elsewhere ? { ...node, things: [own, ...node.things] } : node;
  });
}

/** `tickets opened`: records by the act by which they came to be, rather than a column of other records that is called so. */
function recordsByAct(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  return nodes.map((node) => {
    const [noun, act, ...more] = node.item.text.split(' ');
    const only = node.keyword === null && node.things.every(({ kind }) => kind === 'attribute');
    if (noun === undefined || act === undefined || more.length > 0 || !only || node.things.length === 0) return node;
    const meant = (lexicon.phrases.get(phraseKey(noun)) ?? []).filter(
      (meaning): meaning is Thing => (meaning.kind === 'entity' || meaning.kind === 'metric') && meaning.match !== 'partial',
    );
    const entities = meant.flatMap((thing) =>
      thing.kind === 'entity' && context.model.find(thing.entity)?.canonical != null ? [thing.entity] : [],
    );
    const known = (lexicon.phrases.get(phraseKey(act)) ?? []).some(
      (meaning) => meaning.kind === 'attribute' && entities.includes(meaning.entity) && isDay(context, meaning.entity, meaning.attribute),
    );
    return known ? { ...node, things: meant } : node;
  });
}

/** Reads what people did to records as what it says of them. */
export const actsAsked = (context: Context, lexicon: Lexicon, nodes: Node[]): Node[] =>
  sellersOfDeals(
    context,
    whoPays(context, whoSold(context, actBefore(context, newRecords(context, recordsByAct(context, lexicon, nodes))))),
  );
