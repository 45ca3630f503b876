import { Unreadable } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import { asksIf } from './wishes.ts';
import { isGlue, isWord } from './node.ts';
import type { Node } from './node.ts';

/** Grammar that changes the answer: left unused, the question was not understood. */
const WEIGHTY = new Set(['negate', 'compare', 'between', 'versus', 'share', 'rank', 'rate', 'text', 'blank', 'or']);

/** A judgement is understood where it is asked for: as a yes or no, or as what the sentence ends with; never as a quality of records. */
function isAskedJudgement(nodes: Node[], node: Node): boolean {
  if (!isWord(node, 'judge') || asksIf(nodes)) return isWord(node, 'judge');
  // `too much overtime?`
  if (node.keyword.tone === 'BAD' && nodes.slice(0, node.index).every(isGlue) && nodes.length > node.index + 1) return true;
  const lists = nodes.some((each) => isWord(each, 'list') || isWord(each, 'who'));
  const { tone } = node.keyword;
  const last = nodes.slice(node.index + 1).every((each) => isGlue(each) || each.time !== null);
  return !lists && (last || tone === 'UP' || tone === 'DOWN');
}

/** `fees by client`: what something is told by, and of which only a part was recognised. */
const isUnknownGroup = (node: Node | undefined): boolean =>
  node !== undefined &&
  node.things.some(({ kind }) => kind === 'attribute') &&
  node.things.every(({ kind, match }) => kind === 'metric' || (kind === 'attribute' && match === 'partial'));

/** `overtime pay`: behind a number that was taken for something else, what is paid is a noun of its own. */
const isPay = (attempt: Attempt, nodes: Node[], node: Node): boolean =>
  /^pay$/i.test(node.item.text) && ['METRIC', 'DIMENSION'].includes(attempt.used.get(nodes[node.index - 1]?.index ?? -1)?.kind ?? '');

/** Marks what only holds the sentence together, and refuses when a word that matters was not used. */
export function settleLeftovers(attempt: Attempt, nodes: Node[]): void {
  const unread: string[] = [];
  const inDays = attempt.measures.length > 0 && attempt.measures.every(({ unit }) => unit === 'DAYS');
  for (const node of nodes) {
    if (attempt.used.has(node.index)) continue;
    if (isPay(attempt, nodes, node)) unread.push(node.item.text);
    else if (isWord(node, 'by') && isUnknownGroup(nodes[node.index + 1])) unread.push(nodes[node.index + 1]?.item.text ?? '');
    else if (inDays && /^days?$/i.test(node.item.text)) attempt.use(node, 'FILLER', null);
    else if (isWord(node, 'judge') && !isAskedJudgement(nodes, node)) unread.push(node.item.text);
    else if (
      isGlue(node) ||
      isWord(node, 'list') ||
      isWord(node, 'who') ||
      isWord(node, 'and') ||
      isWord(node, 'by') ||
      isWord(node, 'trend') ||
      isWord(node, 'sold')
    )
      attempt.use(node, 'FILLER', null);
    else if (node.keyword !== null && !WEIGHTY.has(node.keyword.word) && !(isWord(node, 'aggregate') && node.keyword.function !== 'sum')) {
      attempt.use(node, 'AGGREGATE', node.keyword.word);
      if (node.keyword.word === 'distinct' || node.keyword.word === 'aggregate') attempt.score -= 0.01;
    } else unread.push(node.item.text);
  }
  if (unread.length > 0) throw new Unreadable('NOT_UNDERSTOOD', `I could not place: ${unread.join(', ')}.`, unread);
}
