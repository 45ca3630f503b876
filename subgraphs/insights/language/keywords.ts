import type { AggregateFunction, Comparison } from '../plan/query-plan.ts';

/** What a grammatical phrase does in a question. */
export type Keyword =
  | { word: 'count' }
  | { word: 'aggregate'; function: AggregateFunction }
  | { word: 'distinct' }
  | { word: 'by'; phrase: string }
  | { word: 'rank'; direction: 'asc' | 'desc'; by: RankBy }
  | { word: 'list' }
  | { word: 'who' }
  | { word: 'compare'; operator: Comparison }
  | { word: 'between' }
  | { word: 'negate' }
  | { word: 'versus' }
  | { word: 'share' }
  | { word: 'text'; match: 'contains' | 'starts' | 'ends' }
  | { word: 'blank' }
  | { word: 'rate' }
  | { word: 'trend' }
  | { word: 'sold' }
  | { word: 'and' }
  | { word: 'or' }
  | { word: 'link'; preposition: string }
  | { word: 'judge'; tone: Tone }
  | { word: 'profit'; wants: 'GAIN' | 'LOSS' }
  | { word: 'chart'; chart: ChartWish }
  | { word: 'filler' };
/** Ways to draw an answer. */
export type ChartWish =
  | 'NUMBER'
  | 'LINE'
  | 'AREA'
  | 'BAR'
  | 'STACKED'
  | 'PIE'
  | 'FUNNEL'
  | 'WATERFALL'
  | 'HEAT_MAP'
  | 'SCATTER'
  | 'GAUGE'
  | 'TABLE';
/** What a word of judgement says of a number: how it moves, how it is, how it stands to a plan, whether anything is left. */
export type Tone = 'UP' | 'DOWN' | 'GOOD' | 'BAD' | 'WITHIN' | 'REACHED' | 'BEYOND' | 'POSITIVE';
/** What a superlative orders by: the measure in the sentence, or attributes whose names match. */
export type RankBy = 'measure' | 'time' | 'price' | 'age' | 'duration' | 'pay' | 'size';

const phrases = new Map<string, Keyword>();
const add = (keyword: Keyword, text: string): void => {
  for (const phrase of text.split(',')) phrases.set(phrase.trim(), keyword);
};

add(
  { word: 'count' },
  'how many, number of, the number of, count of, count, total number of, total count of, how many total, # of, no of, quantity of, counts of, volume of, tally of',
);
add(
  { word: 'aggregate', function: 'sum' },
  'total, sum, sum of, total of, overall, combined, in total, altogether, how much, aggregate, summed, cumulative',
);
add({ word: 'aggregate', function: 'average' }, 'average, avg, mean, average of, mean of, typical, on average, averaged, avg of');
add({ word: 'aggregate', function: 'median' }, 'median, median of');
add({ word: 'aggregate', function: 'min' }, 'minimum, min, minimum of');
add({ word: 'aggregate', function: 'max' }, 'maximum, max, maximum of');
add({ word: 'distinct' }, 'different, distinct, unique, individual');
for (const phrase of [
  'by',
  'per',
  'for each',
  'in each',
  'of each',
  'by each',
  'from each',
  'at each',
  'each',
  'for every',
  'every',
  'across',
  'broken down by',
  'break down by',
  'breakdown by',
  'split by',
  'grouped by',
  'group by',
  'across all',
  'segmented by',
  'across each',
  'across different',
  'on each',
  'within each',
  'to each',
  'for different',
  'sliced by',
  'according to',
  'by different',
  'per each',
  'for all',
  'among',
])
  phrases.set(phrase, { word: 'by', phrase });
add(
  { word: 'rank', direction: 'desc', by: 'measure' },
  'top, best, highest, most, largest, biggest, greatest, leading, max number of, best selling, top selling, most popular, most common, most frequent, busiest, most sold, bestselling, best performing, top performing, most successful, highest performing, most frequently, most often, most profitable, strongest, most valuable, peak',
);
add(
  { word: 'rank', direction: 'asc', by: 'measure' },
  'bottom, worst, lowest, least, fewest, smallest, worst selling, least popular, least common, worst performing, least frequent, lowest performing, least successful, weakest, least sold, slowest selling',
);
add({ word: 'rank', direction: 'desc', by: 'time' }, 'latest, newest, most recent, most recently, last');
add({ word: 'rank', direction: 'asc', by: 'time' }, 'earliest, first');
add({ word: 'rank', direction: 'desc', by: 'price' }, 'most expensive, priciest, costliest');
add({ word: 'rank', direction: 'asc', by: 'price' }, 'cheapest, least expensive');
add({ word: 'rank', direction: 'desc', by: 'age' }, 'oldest');
add({ word: 'rank', direction: 'asc', by: 'age' }, 'youngest');
add({ word: 'rank', direction: 'desc', by: 'duration' }, 'longest, slowest');
add({ word: 'rank', direction: 'asc', by: 'duration' }, 'shortest, fastest, quickest');
add({ word: 'rank', direction: 'desc', by: 'pay' }, 'highest paid, best paid, highest earning, top earning, top paid');
add({ word: 'rank', direction: 'asc', by: 'pay' }, 'lowest paid, worst paid, lowest earning');
add(
  { word: 'list' },
  'list, show, show me, give me, display, find, get, list all, show all, which, what are the, names of, name of, give me a list of, list of, tell me, what are, who are, give, get me, view, see, i want to see, name, name the, details of, details for, records of, list the, show the',
);
add({ word: 'who' }, 'who');
add(
  { word: 'compare', operator: '>' },
  'over, above, more than, greater than, exceeding, exceeds, exceed, higher than, larger than, bigger than, longer than, older than, older then, bigger then, more then, greater then, in excess of, upwards of, >, better than',
);
add(
  { word: 'compare', operator: '>=' },
  'at least, no less than, not less than, minimum of, greater than or equal to, more than or equal to, >=, from at least',
);
add(
  { word: 'compare', operator: '<' },
  'under, below, less than, fewer than, lower than, smaller than, shorter than, younger than, cheaper than, less then, worse than',
);
add({ word: 'compare', operator: '<=' }, 'at most, no more than, not more than, up to, less than or equal to, maximum of');
add({ word: 'compare', operator: '=' }, 'equal to, equals, exactly, equal');
add({ word: 'between' }, 'between, ranging from, in the range of, range');
add(
  { word: 'negate' },
  'not, no longer, not any longer, excluding, except, except for, without, no, never, other than, besides, non, isn t, aren t, don t, doesn t, didn t, haven t, hasn t, wasn t, weren t, exclude, outside, outside of, do not have, does not have, not in, have no, has no, with no, had no, that have no, don t have, doesn t have, didn t have, have never, never had, have not, is not, are not, was not, were not, not from, don t belong to, lack, lacking, do not, did not, does not, are there no, but no, but not, and no, but without, but have no, but has no, but never, but don t have, but do not have, but haven t, not have, not have any, do not have any, don t have any, haven t had, who have no, which have no, without any, without a, without an',
);
add(
  { word: 'versus' },
  'vs, versus, compared to, compared with, against, in comparison to, relative to, compare to, compare with, as opposed to, v s, over the previous, from the previous, on the previous, vs the, than in',
);
add(
  { word: 'share' },
  'share of, what share of, what share, percentage of, percent of, proportion of, fraction of, portion of, what percentage of, what percent of, what proportion of, what fraction of, % of, share, percentage, percent, contribution of, what portion of, percentage share of',
);
add({ word: 'text', match: 'contains' }, 'containing, contains, contain, that contain, which contain, with the word, including the word');
add({ word: 'text', match: 'starts' }, 'starting with, start with, starts with, beginning with, begins with, begin with');
add({ word: 'text', match: 'ends' }, 'ending with, ending in, ends with, ends in, end with');
add({ word: 'blank' }, 'blank, empty, null, missing, unspecified, unassigned, not set, not specified, no value');
add({ word: 'rate' }, 'rate, ratio');
add(
  { word: 'trend' },
  'trend, trends, over time, trending, development of, evolution of, how has, history of, progression of, timeline of, over the years, over the months, trend of, trend for, changed over time, change over time, evolve, evolved',
);
add(
  { word: 'sold' },
  'sold, spent, ordered, bought, purchased, shipped, delivered, sell, sells, selling, buys, buying, buy, order count, rented',
);
add({ word: 'and' }, 'and, but, but also, yet also, &, as well as, plus, along with, together with, and the');
add({ word: 'or' }, 'or, either');
for (const preposition of [
  'in',
  'on',
  'at',
  'from',
  'to',
  'of',
  'with',
  'for',
  'within',
  'into',
  'through',
  'via',
  'using',
  'whose',
  'where',
  'that',
  'than',
  'departing',
  'departed',
  'departed from',
  'arrived',
  'arrived at',
  'arrived in',
  'covered by',
  'treated by',
  'arriving',
  'leaving',
  'as',
  'called',
  'named',
  'is',
  'are',
  'was',
  'were',
  'be',
  'out of',
  'used',
  'at the end of',
  'at end of',
  'by the end of',
  'as at the end of',
  'end of',
  'as of',
  'as at',
])
  phrases.set(preposition, { word: 'link', preposition });
add(
  { word: 'filler' },
  'the, a, an, do, does, did, done, we, our, ours, us, you, your, i, my, me, it, its, they, their, them, there, these, those, this, have, has, had, having, been, being, will, would, could, can, should, please, pls, what, what s, whats, how, when, s, t, re, much, so, far, get, gets, got, make, made, makes, making, come, comes, came, coming, go, goes, went, about, any, all, some, just, only, currently, now, right now, today s, exist, exists, existing, recorded, record, records, happened, happen, happens, occur, occurred, took place, take place, took, take, generate, generated, generates, generating, earn, earned, earns, bring, brings, brought, brought in, achieve, achieved, achieves, produce, produced, receive, received, data, dataset, database, system, company s, table, value of, values, amount of, amounts of, level of, figure, figures, performance, breakdown, break down, distribution, distribution of, overview, overview of, summary, summary of, report, tell, know, want, like, need, let, help, see, hi, hello, hey, thanks, thank you, which, who have, who has, that are, that is, which are, which is, that have, that has, which have, who are, given, present, belong, belongs, belonging, belong to, work, works, working, work in, located, based, live, living, lives, located in, based in, held, hold, place, placed, places, placing, say, give us, average s, ever, also, then, each of the, associated, related, made by, done by, made in, made from, registered, were there, are there, is there, was there, there are, made up of, compared, compare, comparison, comparison of, respectively, overall s, own, owned, handled, handle, manage, managed, sorted, ordered by, order by, sort by, sorted by, ranked by, descending, ascending, order, desc, asc, and what, entire, whole, possible, actual, actually, really, exactly how, roughly, approximately, contribute, contributes, contributed, perform, performs, performed, account for, accounts for, pay, paid by, cost of, worth, worth of, kind of, kinds of, types of, type of, had the, has the, have the, falls, fall, fell, under management, did we have, do we have, have we, did we make, across the board, customers s, anything, something, anyone, long, how long, up, out, result, results, resulted, score s, looks like, look, looking, looked, doing, u, in our, flown, flew, dollars, dollar, usd, euros, euro, bucks, say about, same, money, cash flow of, altogether in, stay, stays, stayed, remain, remains, in terms of, with respect to, when it comes to, regarding, plz, thx, quick, quickly, current, latest figure, give me the, show the total',
);

add(
  { word: 'judge', tone: 'UP' },
  'grow, grows, growing, grew, grown, increase, increases, increasing, increased, rise, rises, rising, rose, risen, going up, go up, gone up, went up, climbing, up on, up from, accelerating, expanding',
);
add(
  { word: 'judge', tone: 'DOWN' },
  'shrink, shrinks, shrinking, shrank, shrunk, decrease, decreases, decreasing, decreased, decline, declines, declining, declined, drop, drops, dropping, dropped, falling, fallen, fall, falls, fell, going down, go down, gone down, went down, down on, down from',
);
add(
  { word: 'judge', tone: 'GOOD' },
  'healthy, good, ok, okay, fine, all right, alright, under control, in control, in check, improving, improved, improve, getting better, better, acceptable, reasonable, in good shape, looking good, doing well, satisfactory, great, on the right track, in line, solid',
);
add(
  { word: 'judge', tone: 'BAD' },
  'out of hand, out of control, too high, too low, too much, too many, too little, too few, too slow, too long, bad, worrying, alarming, a problem, problematic, unhealthy, getting worse, worse, worsening, excessive, a concern, concerning, poor, terrible, in trouble, through the roof, getting out of hand, getting out of control, weak, troubling, a worry, exploding, spiralling, spiraling',
);
add(
  { word: 'judge', tone: 'WITHIN' },
  'on budget, within budget, within plan, under budget, below budget, in budget, inside budget, sticking to budget, sticking to the budget, within our budget, on plan, staying within budget, keeping to budget, below plan',
);
add(
  { word: 'judge', tone: 'REACHED' },
  'on track, on target, hit target, hit our target, hit the target, meet target, meet our target, meeting target, meeting our target, meeting targets, meet the target, beat budget, beat plan, beat the budget, beat the plan, beat target, beat our target, ahead of plan, ahead of budget, ahead of target, above plan, above target, reach target, reach our target, hitting target, hitting our targets, make budget, make plan, made plan, hit plan, hit budget, meet plan, meet budget, exceed plan, exceed target, exceed our target, above budget',
);
add(
  { word: 'judge', tone: 'BEYOND' },
  'behind plan, behind budget, behind target, miss plan, miss target, missed plan, missed target, miss budget, missed budget, miss our target, missing target, off track, off plan',
);
add({ word: 'judge', tone: 'POSITIVE' }, 'positive, above zero, above water');
add(
  { word: 'profit', wants: 'GAIN' },
  'make money, making money, made money, make a profit, making a profit, made a profit, turn a profit, turning a profit, turned a profit, profitable, in the black, break even, breaking even, earn money, earning money, make any money, making any money, make profit, making profit',
);
add(
  { word: 'profit', wants: 'LOSS' },
  'lose money, losing money, lost money, loss making, in the red, make a loss, making a loss, made a loss, unprofitable, bleeding money',
);
add(
  { word: 'filler' },
  'yet, already, still, look after, looks after, looked after, looking after, these days, at all, at the moment, lately, recently',
);
for (const [chart, said] of [
  ['LINE', 'line chart, line graph, as a line, as a line chart, as a line graph, as a curve, as a trend line, on a line chart'],
  ['AREA', 'area chart, area graph, as an area, as an area chart, as an area graph'],
  [
    'PIE',
    'pie chart, as a pie chart, as a pie, as pie chart, in a pie chart, as a donut, as a donut chart, donut chart, as a doughnut, doughnut chart, as a ring, ring chart',
  ],
  [
    'STACKED',
    'stacked chart, stacked bar chart, stacked bars, stacked columns, stacked area chart, as stacked bars, as a stack, as a stacked chart, as a stacked bar chart, stacked',
  ],
  ['FUNNEL', 'funnel chart, as a funnel, as a funnel chart, as funnel'],
  ['WATERFALL', 'waterfall chart, as a waterfall, as a waterfall chart, as waterfall, as a bridge, bridge chart'],
  ['HEAT_MAP', 'heat map, heatmap, as a heat map, as a heatmap, as heatmap, as heat map'],
  ['SCATTER', 'scatter plot, scatter chart, scatterplot, as a scatter, as a scatter plot, as a scatter chart, as points, bubble chart'],
  ['GAUGE', 'as a gauge, gauge chart, as gauge, as a dial'],
  [
    'BAR',
    'bar chart, bar graph, as a bar chart, as bars, as a bar graph, column chart, as a column chart, as a chart, as chart, as a graph, in a chart, in a graph, chart, graph, plot, visualise, visualize, draw, histogram',
  ],
  ['TABLE', 'as a table, as table, in a table, in table form, as a list, tabular'],
  ['NUMBER', 'as a number, just the number, only the number'],
] as const)
  add({ word: 'chart', chart }, said);

/** Longest phrase of the table, in words. */
export const MAX_KEYWORD_WORDS = 6;

/** The grammatical meaning of a phrase in lower case with single spaces, if it has one. */
export function keywordOf(phrase: string): Keyword | null {
  return phrases.get(phrase) ?? null;
}

/** Words too near to others that people mean as they are written: `drawn` and `drain`, `grown` and `groan`. */
const UNSPELT = new Set(['judge', 'chart', 'profit']);

/** Single words of the table, for spelling: a slip in `avarage` is one of these. */
export const KEYWORD_WORDS: readonly string[] = [
  ...new Set(
    [...phrases]
      .filter(([, { word }]) => !UNSPELT.has(word))
      .flatMap(([phrase]) => phrase.split(' '))
      .filter((word) => word.length >= 4),
  ),
];
