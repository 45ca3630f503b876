import type { MappingPairInput } from '../../gql/graphql.ts';

/** The most that one import takes. */
export const MOST_PAIRS = 5_000;
const COLUMNS = ['object', 'field', 'entitytype', 'attribute', 'score'] as const;
const SURE = 1;

/** What a text of pairs says: the pairs, and what is wrong with lines that are none. */
export interface ReadPairs {
  pairs: MappingPairInput[];
  problems: { line: number; text: string }[];
}

/** What stands between cells. */
const SEPARATORS = [/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g, /("(?:[^"]|"")*"|[^;]*)(?:;|$)/g, /("(?:[^"]|"")*"|[^\t]*)(?:\t|$)/g];

/** The cells of one line; quotes keep a separator in a cell. */
function cells(line: string, separator: RegExp): string[] {
  const texts = [...line.matchAll(separator)].map(([, cell = '']) => cell.trim());
  const whole = texts.length > 1 && texts.at(-1) === '' ? texts.slice(0, -1) : texts;
  return whole.map((text) => (/^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text).trim());
}

/** The separator that makes the most cells of the first line. */
function separatorOf(text: string): RegExp {
  const [first = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return SEPARATORS.toSorted((one, other) => cells(first, other).length - cells(first, one).length)[0]!;
}

/** Where each column stands: as the first line names them, or in their usual order. */
function order(first: readonly string[]): { places: Map<string, number>; named: boolean } {
  const names = first.map((text) => text.toLowerCase().replaceAll(/[^a-z]/g, ''));
  const named = names.includes('field') && names.includes('attribute');
  return { places: new Map((named ? names : COLUMNS).map((name, place) => [name, place])), named };
}

/** Reads pairs of fields from text as a spreadsheet gives it: object, field, entity type, attribute and, where it is not 1, a score from 0 to 1. */
export function readPairs(text: string): ReadPairs {
  const separator = separatorOf(text);
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: index + 1, row: cells(line, separator) }));
  const filled = lines.filter(({ row }) => row.some((cell) => cell !== ''));
  const { places, named } = order(filled[0]?.row ?? []);
  const read: ReadPairs = { pairs: [], problems: [] };
  for (const { line, row } of named ? filled.slice(1) : filled) {
    const at = (name: (typeof COLUMNS)[number]) => row[places.get(name) ?? -1] ?? '';
    const score = at('score') === '' ? SURE : Number(at('score'));
    const pair = { object: at('object'), field: at('field'), entityType: at('entitytype'), attribute: at('attribute'), score };
    const missing = COLUMNS.slice(0, -1).find((name) => at(name) === '');
    if (missing) read.problems.push({ line, text: `has no ${missing === 'entitytype' ? 'entity type' : missing}` });
    else if (!(score >= 0 && score <= 1)) read.problems.push({ line, text: 'has a score that is not between 0 and 1' });
    else read.pairs.push(pair);
  }
  return read;
}
