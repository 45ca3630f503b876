import { phraseKey } from '../../language/tokenize.ts';
import { facetsOf, filtersBeside, sameBut, type Facets } from './facets.ts';
import { piecesOf, timeless, topOf, uncompared, valueless, written, type Pieces, type Read, type Reader, type Unread } from './pieces.ts';

/** A question that asks what was meant, or why there is none. */
export type Rewritten = { question: string } | { reason: string };

/** All rows that an answer carries: a ranking of so many is an order. */
const MANY_ROWS = 500;
/** Questions that are tried for one change, at most. */
const MAX_TRIED = 40;

/** Rewrites questions so that one part of what they ask is another, and nothing else: each is read back before it is taken. */
export class Rewriter {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  read(question: string): Promise<Read | Unread> {
    return this.#reader.read(question);
  }

  /** Split by something else; null: not at all. */
  split(question: string, by: string | null): Promise<Rewritten> {
    return this.#change(question, ({ pieces, read }) => {
      const wanted = by === null ? '' : ` by ${by}`;
      const grouped = read.plan.groupBy.length > 0;
      return {
        tried: [...(grouped || by === null ? [] : [`${question}${wanted}`]), ...written(pieces, { by: wanted })],
        meant: (before, after) =>
          sameBut(before, after, ['by', 'order', 'limit']) &&
          (by === null ? after.by === '[]' : after.by !== '[]' && after.by !== before.by),
        otherwise: by === null ? 'it is not split.' : `it cannot be split by ${by}.`,
        ...(by === null ? {} : { wanted: by }),
      };
    });
  }

  /** For one value only, or without it; `instead` of another value of the same kind. */
  filter(question: string, value: string, negated: boolean): Promise<Rewritten> {
    return this.#change(question, ({ pieces, read }) => {
      const words = negated
        ? [` excluding ${value}`, ` without ${value}`, ` not ${value}`]
        : [` for ${value}`, ` in ${value}`, ` with ${value}`, ` where ${value}`];
      const others = valueless(read);
      const tried = [question, ...others].flatMap((base) => [
        ...words.map((each) => `${base}${each}`),
        ...(base === question ? timeless(read).flatMap((bare) => words.map((each) => `${bare}${each}${pieces.period}`)) : []),
      ]);
      const fresh = words.flatMap((each) =>
        written(
          pieces,
          { conditions: pieces.conditions[0] === '' ? [each] : pieces.conditions.map((old) => `${old}${each}`) },
          topOf(read.plan),
        ),
      );
      return {
        tried: [...tried, ...fresh],
        meant: (before, after) => sameBut(before, after, ['filters', 'order']) && isFiltered(before, after, negated),
        otherwise: `it cannot be told for ${value}.`,
        wanted: value,
      };
    });
  }

  /** Without a condition about a value; null: without any that the question makes. */
  unfilter(question: string, value: string | null): Promise<Rewritten> {
    return this.#change(question, ({ pieces, read }) => {
      const key = value === null ? null : phraseKey(value);
      const tried = valueless(read, ({ text }) => key === null || phraseKey(text) === key).toReversed();
      return {
        tried: [...tried, ...(value === null ? written(pieces, { conditions: [''] }, topOf(read.plan)) : [])],
        meant: (before, after) => sameBut(before, after, ['filters', 'order']) && after.filters.length < before.filters.length,
        otherwise: 'it is not filtered so.',
      };
    });
  }

  /** For another time; null: for all time. */
  period(question: string, text: string | null): Promise<Rewritten> {
    return this.#change(question, async ({ pieces, read }) => {
      const wanted = text === null ? '' : ` ${text}`;
      const bases = timeless({ ...read, question: uncompared(question) });
      const plain = await this.#reader.read(`${pieces.measures[0] ?? question}${wanted}`);
      const reference = text !== null && 'plan' in plain ? facetsOf(plain.plan).period : null;
      return {
        tried: [
          ...bases.toReversed().map((base) => `${base}${wanted}`),
          ...written(pieces, { period: wanted, compare: '' }, topOf(read.plan)),
        ],
        meant: (before, after) =>
          sameBut(before, after, ['period', 'compare', 'order']) &&
          (text === null ? after.period === '' : after.period !== '' && (reference === null || after.period === reference)),
        otherwise: text === null ? 'it is told for all time.' : 'its records carry no date for that.',
      };
    });
  }

  /** Beside another time; null: alone. */
  compare(question: string, text: string | null): Promise<Rewritten> {
    return this.#change(question, ({ pieces, read }) => {
      const base = uncompared(question);
      const ways = text === null ? [''] : [` compared to ${text}`, ` vs ${text}`, ` compared with ${text}`];
      return {
        tried: ways.flatMap((way) => [`${base}${way}`, ...written(pieces, { compare: way }, topOf(read.plan))]),
        meant: (before, after) =>
          sameBut(before, after, ['compare', 'order']) && (text === null ? after.compare === '' : after.compare !== ''),
        otherwise: text === null ? 'it is not compared.' : `it cannot be compared to ${text}.`,
      };
    });
  }

  /** Only so many of its groups, from one end. */
  top(question: string, count: number, direction: 'asc' | 'desc'): Promise<Rewritten> {
    return this.#change(question, ({ pieces }) => ({
      tried: written(pieces, {}, { count, direction }),
      meant: (before, after) => sameBut(before, after, ['order', 'limit', 'by']) && after.limit === count && sameNames(before, after),
      otherwise: 'there is nothing in it to rank.',
    }));
  }

  /** In another order. */
  sort(question: string, by: 'value' | 'name', direction: 'asc' | 'desc'): Promise<Rewritten> {
    return this.#change(question, ({ pieces, read }) => {
      const name = pieces.by.replace(/^ by /, '');
      const word = direction === 'asc' ? 'ascending' : 'descending';
      const first = direction === 'asc' ? 'lowest first' : 'highest first';
      const of = by === 'name' ? name : (pieces.measures[0] ?? '');
      const base = question.replace(/,? (?:sorted|ordered) by .*$| (?:lowest|highest) first$/i, '');
      const wanted = JSON.stringify([{ by: by === 'name' ? 'dimension' : 'measure', index: 0, direction }]);
      const ends = [
        ` sorted by ${of} ${word}`,
        ` ordered by ${of} ${word}`,
        ...(by === 'value' ? [` ${first}`] : [` sorted by name ${word}`]),
      ];
      return {
        tried: [
          base,
          ...(by === 'value' ? written(pieces, {}, { count: topOf(read.plan)?.count ?? MANY_ROWS, direction }) : []),
          ...ends.map((end) => `${base}${end}`),
          ...ends.flatMap((end) => written(pieces, {}, topOf(read.plan)).map((each) => `${each}${end}`)),
        ],
        meant: (before, after) => sameBut(before, after, ['order', 'limit']) && after.order.startsWith(wanted.slice(0, -1)),
        otherwise:
          by === 'name'
            ? 'its rows come by their value or their time; questions have no words for another order.'
            : 'it has no rows to sort.',
      };
    });
  }

  async #change(question: string, how: (of: { read: Read; pieces: Pieces }) => Change | Promise<Change>): Promise<Rewritten> {
    const read = await this.#reader.read(question);
    if ('reason' in read) return { reason: read.reason };
    const { tried, meant, otherwise, wanted } = await how({ read, pieces: piecesOf(read, this.#reader.metricLabel) });
    const before = facetsOf(read.plan);
    for (const candidate of [...new Set(tried.map((each) => each.replaceAll(/\s+/g, ' ').trim()))].slice(0, MAX_TRIED)) {
      const after = await this.#reader.read(candidate);
      if ('plan' in after && meant(before, facetsOf(after.plan))) return { question: candidate };
      // A word that the data does not know is not known in other company either.
      if ('unknown' in after && wanted !== undefined && after.unknown.some((word) => wanted.toLowerCase().includes(word.toLowerCase())))
        break;
    }
    return { reason: otherwise };
  }
}

interface Change {
  /** Questions that may say it, plainest first. */
  tried: string[];
  meant: (before: Facets, after: Facets) => boolean;
  /** Why none does. */
  otherwise: string;
  /** New words: where the data does not know them, nothing else is tried. */
  wanted?: string;
}

const sameNames = (before: Facets, after: Facets): boolean => {
  const names = (facets: Facets): unknown => (JSON.parse(facets.by) as [string][])[0]?.[0];
  return names(before) !== undefined && names(after) !== undefined;
};

/** Whether what is new is a condition on that value, and what is gone was one on the same field. */
function isFiltered(before: Facets, after: Facets, negated: boolean): boolean {
  const [added, gone] = [filtersBeside(after, before), filtersBeside(before, after)];
  const [filter, ...more] = added;
  if (filter === undefined || more.length > 0) return false;
  const on = (each: (typeof added)[number]): string => ('field' in each ? JSON.stringify(each.field) : each.kind);
  if (gone.some((each) => on(each) !== on(filter))) return false;
  // Another value in place of one, not one more beside it.
  const old = gone.flatMap((each) => (each.kind === 'equals' ? each.values : []));
  if (!negated && filter.kind === 'equals' && filter.values.some((each) => old.includes(each))) return false;
  return filter.kind === 'equals' || filter.kind === 'text'
    ? filter.negated === negated
    : filter.kind !== 'time' && filter.kind !== 'datePart';
}
