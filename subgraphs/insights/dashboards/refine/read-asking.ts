import type { Command } from './command.ts';
import { targetOf, unquoted } from './quoted.ts';

const BY = '(?:by|per|for each|for every|into|across|according to|along)';
const SPLIT = new RegExp(
  `^(?:(?:split|break(?: up| out| down)?|group|segment|slice|divide|drill|show|see|view|display|give(?: me)?|make|have|want|redo) )(.*?) ?(?:(?:split|broken down|broken out|grouped|segmented|sliced|divided|down|out|up) )?${BY} (?:the |each )?(.+?)(?: instead)?$`,
  'i',
);
const BARE_BY = /^(?:split |broken down |break down |grouped |segmented )?(?:by|per) (?:the |each )?(.+?)(?: instead)?$/i;
const UNSPLIT =
  /^(?:remove|drop|clear|undo|stop|no more) (?:the )?(?:split|breakdown|grouping|splitting|dimension)(?: (?:of|from|on|for|in) (.+))?$|^(?:don['’]?t|do not) (?:split|break down|group) (.+)$|^(?:show )?(.+?) (?:in total|as a total|without (?:the )?(?:split|breakdown))$/i;

function readSplit(text: string): Command | null {
  const [, of, dont, total] = UNSPLIT.exec(text) ?? [];
  if (UNSPLIT.test(text)) return { do: 'split', target: whole(of ?? dont ?? total ?? ''), by: null };
  const bare = BARE_BY.exec(text);
  if (bare?.[1] !== undefined) return { do: 'split', target: null, by: bare[1] };
  const found = SPLIT.exec(text);
  if (found?.[2] === undefined || /^(?:sort|order|rank)/i.test(text)) return null;
  return { do: 'split', target: whole(found[1] ?? ''), by: found[2] };
}

const CLEAR =
  /^(?:remove|drop|clear|reset|delete|take off|lose|no|without) (?:all |any |the |every )*(?:filters?|restrictions?)(?: (?:for|on|of|from|by|to) (.+))?$|^(?:show|include) (?:all|every) ((?!of ).+)$|^(?:remove|drop|clear) the (.+) filters?$/i;
const ABOUT =
  /^(?:make|have) (.+?) (?:be )?(?:about|for|on|around) (?:only |just )?(.+)$|^(?:focus|zoom in|concentrate|narrow(?: it| this)? down)(?: (?:it|this|everything))? (?:on|to) (?:only |just )?(.+)$/i;
const FILTER =
  /^(?:filter|restrict|limit|narrow|constrain)(?: (?!to\b|for\b|on\b|by\b)(.+?))?(?: down)? (?:to|for|on|by|where) (?:only |just )?(?!the top|top|\d+$)(.+)$/i;
const ONLY =
  /^(?:show |keep |give |see |include )?(?:me |us )?(?:only|just|nothing but) (?:show |the |for |in )?(.+?)(?: (?:in|for|on) (?:the )?(.+ (?:chart|card|table|widget|graph|tile|panel)))?$/i;
const NOT =
  /^(?:exclude|without|except(?: for)?|leave out|ignore|filter out|everything (?:but|except)|omit|skip|drop all) (?:the )?(.+?)(?: from (.+))?$/i;

function readFilter(text: string): Command | null {
  const cleared = CLEAR.exec(text);
  if (cleared !== null) {
    const value = cleared[1] ?? cleared[3] ?? null;
    return { do: 'unfilter', target: null, value: value === null ? null : unquoted(value) };
  }
  const not = NOT.exec(text);
  if (not?.[1] !== undefined)
    return { do: 'filter', target: targetOf(not[2] ?? ''), value: unquoted(not[1]), negated: true, instead: false };
  const about = ABOUT.exec(text);
  const value = about?.[2] ?? about?.[3];
  if (value !== undefined) return { do: 'filter', target: whole(about?.[1] ?? ''), value: unquoted(value), negated: false, instead: true };
  const filter = FILTER.exec(text);
  if (filter?.[2] !== undefined)
    return { do: 'filter', target: whole(filter[1] ?? ''), value: unquoted(filter[2]), negated: false, instead: false };
  const only = ONLY.exec(text);
  if (only?.[1] !== undefined)
    return { do: 'filter', target: targetOf(only[2] ?? ''), value: unquoted(only[1]), negated: false, instead: false };
  return null;
}
const whole = (words: string): string | null => (/^(?:it|this|that|them|these)?$/i.test(words.trim()) ? null : targetOf(words));

const PERIOD =
  /^(?:change|set|switch|move|adjust|make|turn) (?:the )?(?:period|time ?(?:frame|range|period|span)?|dates?|date range|years?|quarters?|months?)(?: (?:of|for|on) (.+?))? (?:to|into|be) (.+)$/i;
const NO_PERIOD =
  /^(?:remove|drop|clear|reset) (?:the )?(?:period|time(?: range| frame| filter)?|dates?)(?: (?:of|from|on|for) (.+))?$|^(?:for |show )?(?:all time|the whole time|all (?:the )?years|all periods)$/i;
const COMPARE =
  /^(?:compare|contrast|benchmark)(?: (.+?))? (?:to|with|against|versus|vs\.?) (.+)$|^(?:show )?(?:(.+?) )?(?:vs\.?|versus|compared (?:to|with)) (.+)$/i;
const NO_COMPARE =
  /^(?:stop comparing|(?:don['’]?t|do not) compare|remove the comparison|no comparison|drop the comparison|without (?:the )?comparison)(?: (?:of|from|on|for|in))?(?: (.+))?$/i;

function readTime(text: string): Command | null {
  const none = NO_PERIOD.exec(text);
  if (none !== null) return { do: 'period', target: targetOf(none[1] ?? ''), period: null };
  const period = PERIOD.exec(text);
  if (period?.[2] !== undefined) return { do: 'period', target: whole(period[1] ?? ''), period: period[2] };
  const uncompared = NO_COMPARE.exec(text);
  if (uncompared !== null) return { do: 'compare', target: whole(uncompared[1] ?? ''), with: null };
  const compared = COMPARE.exec(text);
  const against = compared?.[2] ?? compared?.[4];
  return against === undefined ? null : { do: 'compare', target: whole(compared?.[1] ?? compared?.[3] ?? ''), with: against };
}

const SORT =
  /^(?:sort|order|rank|arrange)(?: (?!by\b)("[^"]+"|.+?))?(?: (?:by|on|in)(?: (?:the|its))? (.+?))?( (?:ascending|descending|asc|desc|(?:lowest|smallest|highest|largest|biggest|oldest|newest) first|a to z|z to a|alphabetically|the other way(?: round)?|reversed?))?$/i;
const TOP =
  /^(?:show |limit |keep |only |cut |restrict )*(?:(.+?) (?:to )?)?(?:the )?(top|bottom|first|last|best|worst|largest|smallest|highest|lowest) (\d{1,3})(?: (?:of|in|for|on) (.+))?$/i;

function readOrder(text: string): Command | null {
  const top = TOP.exec(text);
  const count = Number(top?.[3] ?? 0);
  if (top !== null && count > 0 && !/^(?:add|the last|last|first)/i.test(text)) {
    const direction = /bottom|worst|smallest|lowest|last/i.test(top[2] ?? '') ? 'asc' : 'desc';
    return { do: 'top', target: whole(top[1] ?? top[4] ?? ''), count, direction };
  }
  const sort = SORT.exec(text);
  if (sort === null || !/^(?:sort|order|rank|arrange)/i.test(text)) return null;
  const said = `${sort[2] ?? ''}${sort[3] ?? ''}`;
  const byName = /name|alphabet|a to z|z to a|label|category/i.test(said);
  const up = /asc(?:ending)?|lowest|smallest|oldest|a to z/i.test(said) || (byName && !/z to a|desc/i.test(said));
  const down = /desc|highest|largest|biggest|newest|z to a/i.test(said);
  return {
    do: 'sort',
    target: whole(sort[1] ?? ''),
    by: byName ? 'name' : 'value',
    direction: up ? 'asc' : down ? 'desc' : /other way|reverse/i.test(said) ? null : 'desc',
  };
}

/** Sentences about what is asked: splits, filters, periods, comparisons, order. */
export function readAsking(text: string): Command | null {
  return readTime(text) ?? readOrder(text) ?? readSplit(text) ?? readFilter(text);
}
