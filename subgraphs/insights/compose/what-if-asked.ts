import type { AskedAnalysis, SupposedChange } from './analysis-asked.ts';

const MAX_CHANGES = 5;
const FALLS = String.raw`fall(?:s|en)?|fell|drop(?:s|ped)?|declines?d?|decreases?d?|goes down|went down|go down|shrinks?|shrank|lowers?|is cut|was cut|is reduced`;
const RISES = String.raw`rises?|rose|grows?|grew|increases?d?|goes up|went up|go up|climbs?|jumps?|improves?`;
const BECOMES = String.raw`is|was|were|are|becomes?|became|reach(?:es|ed)?|gets? to|hits?`;
const AMOUNT = String.raw`(?<sign>[+-])?\s?(?:[$€£]\s?)?(?<number>\d[\d,]*(?:\.\d+)?)\s?(?<unit>%|percent(?:age points?)?|points?|k|m|bn)?`;

/** `churn falls by 10 %`, `prices were 5 % higher`, `headcount doubles`. */
const SUBJECT_FIRST: readonly RegExp[] = [
  new RegExp(String.raw`^(?<x>.+?)\s+(?:(?<down>${FALLS})|(?<up>${RISES}))\s+(?:(?<to>to)|by)?\s*(?:about\s+)?${AMOUNT}\W*$`, 'i'),
  new RegExp(
    String.raw`^(?<x>.+?)\s+(?:${BECOMES})\s+(?:about\s+)?${AMOUNT}\s+(?:(?<down>lower|less|smaller|fewer|down)|(?<up>higher|more|bigger|larger|up))\W*$`,
    'i',
  ),
  new RegExp(String.raw`^(?<x>.+?)\s+(?<to>${BECOMES})\s+(?:only\s+|about\s+)?${AMOUNT}\W*$`, 'i'),
  /^(?<x>.+?)\s+(?:(?<doubles>doubles?d?)|(?<halves>halves|halved|is halved))\W*$/i,
];
/** `we cut costs by 10 %`, `double the headcount`. */
const VERB_FIRST: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:we |i |they )?(?:could |can |would |should )?(?:(?<down>cut|reduced?|lower(?:ed)?|decreased?|drop(?:ped)?|shrink|slash(?:ed)?)|(?<up>raised?|increased?|grow|grew|lift(?:ed)?|improved?|boost(?:ed)?))\s+(?<x>.+?)\s+(?:(?<to>to)|by)\s+(?:about\s+)?${AMOUNT}\W*$`,
    'i',
  ),
  /^(?:we |i |they )?(?:could |can |would )?(?:(?<doubles>doubled?)|(?<halves>halved?))\s+(?<x>.+?)\W*$/i,
  new RegExp(String.raw`^(?:we )?(?:had|have|set)\s+(?<x>.+?)\s+(?<to>to|at|of)\s+${AMOUNT}\W*$`, 'i'),
];
const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

function amountOf(groups: Record<string, string | undefined>): Omit<SupposedChange, 'phrase'> | null {
  if (groups['doubles'] !== undefined) return { kind: 'percent', amount: 1 };
  if (groups['halves'] !== undefined) return { kind: 'percent', amount: -0.5 };
  const number = Number((groups['number'] ?? '').replaceAll(',', ''));
  if (groups['number'] === undefined || !Number.isFinite(number)) return null;
  const unit = (groups['unit'] ?? '').toLowerCase();
  const sign = groups['down'] !== undefined || groups['sign'] === '-' ? -1 : 1;
  const percent = unit === '%' || unit === 'percent';
  const points = /point/.test(unit);
  if (groups['to'] !== undefined) return { kind: 'to', amount: percent ? number / 100 : number * (SCALES[unit] ?? 1) };
  if (percent) return { kind: 'percent', amount: (sign * number) / 100 };
  return { kind: 'add', amount: points ? (sign * number) / 100 : sign * number * (SCALES[unit] ?? 1) };
}

function changeIn(text: string): SupposedChange | null {
  for (const pattern of [...VERB_FIRST, ...SUBJECT_FIRST]) {
    const groups = pattern.exec(text.trim())?.groups;
    const phrase = groups?.['x']?.replace(/^(?:our|the|my|your)\s+/i, '').trim();
    const amount = groups === undefined ? null : amountOf(groups);
    if (amount !== null && phrase !== undefined && phrase !== '') return { phrase, ...amount };
  }
  return null;
}

const WHOLE: readonly RegExp[] = [
  /^\W*(?:so |and )?(?:what|how) (?:would|will|does|do|happens?|should)(?: happen)?(?: to| with)?\s*(?<target>.*?)\s*(?:change|look|be|move|do|become|develop|react|happen)?(?: like)?,?\s+(?:if|when)\s+(?<changes>.+)$/i,
  /^\W*(?:so |and )?what (?:if|happens if|happens when)\s+(?<changes>.+?)(?:,\s*what (?:happens|would happen) (?:to|with)\s+(?<target>.+?)\W*)?$/i,
  /^\W*(?:if|suppose|assume|assuming|imagine)\s+(?:that\s+)?(?<changes>.+?),\s*(?:then\s+)?(?:what|how)\s+(?:happens to|would happen to|is|would|will|does|about)\s+(?<target>.+?)\s*(?:be|change|look|look like|do|become)?\W*$/i,
];

/** `what if churn falls by 10 %`, `how would ARR change if we raise prices by 5 %`; null when the sentence supposes nothing. */
export function whatIfAsked(text: string): AskedAnalysis | null {
  for (const pattern of WHOLE) {
    const groups = pattern.exec(text)?.groups;
    const said = groups?.['changes']?.split(/\s+and\s+|,\s*(?=\w)/i) ?? [];
    const changes = said.flatMap((each) => changeIn(each) ?? []);
    if (said.length === 0 || said.length > MAX_CHANGES || changes.length < said.length) continue;
    const named = groups?.['target']?.replace(/^(?:our|the|my|your|it|things|happen to|to|we)\b\s*/i, '').trim() ?? '';
    const target = named === '' ? null : named;
    const rest = target ?? changes[0]?.phrase ?? '';
    const start = text.toLowerCase().indexOf(rest.toLowerCase());
    const question = start < 0 ? rest : ' '.repeat(start) + text.slice(start, start + rest.length);
    const ends = start + rest.length;
    const places =
      start < 0
        ? []
        : [
            { start: 0, end: start },
            { start: ends, end: text.length },
          ].filter((place) => place.end > place.start);
    return { analysis: { kind: 'WHAT_IF', target, changes }, question, said: places };
  }
  return null;
}
