import type { ChartWish } from '../language/keywords.ts';
import type { Comparison } from '../plan/query-plan.ts';
import type { Interpretation } from './attempt.ts';
import { isWord } from './node.ts';
import type { Node } from './node.ts';

/** What a yes-or-no question asks of the number or the records that the rest of the sentence names. */
export type VerdictAsk =
  /** Whether there are any such records. */
  | { kind: 'EXISTS' }
  /** Whether the number is beyond one that is named. */
  | { kind: 'LIMIT'; measure: number; operator: Comparison; value: number }
  /** Whether the first number named is beyond the second. */
  | { kind: 'METRICS'; wants: 'MORE' | 'LESS' }
  /** Whether the number went up or down. */
  | { kind: 'MOVED'; wants: 'UP' | 'DOWN' }
  /** Whether things are as they should be, or are not. */
  | { kind: 'JUDGED'; wants: 'GOOD' | 'BAD' }
  /** Whether the number stays within, reaches or goes beyond what was planned. */
  | { kind: 'PLANNED'; wants: 'WITHIN' | 'REACHED' | 'BEYOND' }
  /** Whether anything remains, or is lost. */
  | { kind: 'POSITIVE'; wants: 'GAIN' | 'LOSS' };

/** What a comparison of two numbers is taken for. */
export const BESIDE = 'beside one another';

export type { ChartWish } from '../language/keywords.ts';

/** What a question wants beside its number: a verdict, a picture. */
export interface Wishes {
  verdict: VerdictAsk | null;
  chart: ChartWish | null;
  /** Whether one number is held against another, and not against what it was before. */
  beside: boolean;
}

const OPENS = /^(?:so|and|but|ok|okay|well|hey|please|tell me|do you know|i wonder)$/i;
const ASKS_IF =
  /^(?:is|are|was|were|am|do|does|did|have|has|had|can|could|will|would|should|isn|aren|don|doesn|didn|haven|hasn|if|whether|any)\b/i;
/** `can you show me …`, `could we see …` ask for a thing to be shown, not for a yes. */
const REQUEST = /^(?:can|could|will|would) (?:you|i|we) (?:please )?(?:show|tell|give|list|get|see|have|display|find|plot|make|know)\b/i;

/** Whether a sentence asks for a yes or a no. */
export function asksIf(nodes: readonly Node[]): boolean {
  const words = nodes.map((node) => node.item.text).filter((text, at) => !(at < 3 && OPENS.test(text)));
  const sentence = words.join(' ');
  const embedded = /^(?:tell me|check|see|show me|find out|i want to know|let me know) (?:if|whether)\b/i.test(sentence);
  return (embedded || ASKS_IF.test(sentence)) && !REQUEST.test(sentence);
}

function judged(nodes: readonly Node[], asked: boolean): VerdictAsk | null {
  for (const node of nodes) {
    if (!isWord(node, 'judge')) continue;
    const { tone } = node.keyword;
    const before = nodes.slice(Math.max(0, node.index - 3), node.index);
    const denied = before.some((each) => isWord(each, 'negate'));
    switch (tone) {
      case 'UP':
      case 'DOWN':
        if (!asked) break;
        return { kind: 'MOVED', wants: (tone === 'UP') !== denied ? 'UP' : 'DOWN' };
      case 'GOOD':
      case 'BAD':
        return { kind: 'JUDGED', wants: (tone === 'GOOD') !== denied ? 'GOOD' : 'BAD' };
      case 'WITHIN':
      case 'REACHED':
      case 'BEYOND':
        return { kind: 'PLANNED', wants: tone };
      case 'POSITIVE':
        return { kind: 'POSITIVE', wants: denied ? 'LOSS' : 'GAIN' };
    }
  }
  return null;
}

/** `more`, `higher`: which way a comparison of two periods or two numbers asks. */
function wayAsked(nodes: readonly Node[]): 'MORE' | 'LESS' | null {
  for (const node of nodes) {
    if (isWord(node, 'compare')) return node.keyword.operator.startsWith('<') ? 'LESS' : 'MORE';
    if (/^(?:more|higher|bigger|larger|better|beat|exceeded?|outpaced?|ahead)$/i.test(node.item.text)) return 'MORE';
    if (/^(?:less|lower|fewer|smaller|worse)$/i.test(node.item.text)) return 'LESS';
  }
  return null;
}

/** What a question wants beside its number. @param nodes the question as it was linked, before any reading of it */
function wishesOf(nodes: readonly Node[]): Wishes {
  const asked = asksIf(nodes);
  const chart = nodes.find((node) => isWord(node, 'chart'));
  const profit = nodes.find((node) => isWord(node, 'profit'));
  const verdict: VerdictAsk | null =
    profit !== undefined && isWord(profit, 'profit') && asked
      ? { kind: 'POSITIVE', wants: profit.keyword.wants }
      : (judged(nodes, asked) ?? (asked ? { kind: 'EXISTS' } : null));
  return {
    verdict,
    chart: chart !== undefined && isWord(chart, 'chart') ? chart.keyword.chart : null,
    beside: false,
  };
}

/** What is wanted, once the plan is known: a limit, two periods or two numbers decide what a plain yes-or-no question asks. */
export function settledWishes(nodes: readonly Node[], { plan, attempt }: Interpretation): Wishes {
  const beside = [...attempt.used.values()].some(({ kind, meaning }) => kind === 'COMPARE' && meaning === BESIDE);
  const wishes = { ...wishesOf(nodes), beside };
  if (wishes.verdict === null || !asksIf(nodes)) return wishes;
  const [limit] = attempt.limits;
  const way = wayAsked(nodes);
  const wants = way === 'LESS' ? 'LESS' : 'MORE';
  if (limit !== undefined) return { ...wishes, verdict: { kind: 'LIMIT', ...limit } };
  if (plan.shape === 'list' || wishes.verdict.kind !== 'EXISTS') return wishes;
  if (plan.compare !== null) return { ...wishes, verdict: { kind: 'MOVED', wants: wants === 'MORE' ? 'UP' : 'DOWN' } };
  if (plan.measures.length === 2 && way !== null) return { ...wishes, verdict: { kind: 'METRICS', wants } };
  return plan.measures[0]?.metric != null && plan.measures[0].unit !== 'COUNT'
    ? { ...wishes, verdict: { kind: 'JUDGED', wants: 'GOOD' } }
    : wishes;
}
