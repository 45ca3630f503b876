import type { ExchangeRateInput } from '../../gql/graphql.ts';

const LINE = /^(\d{4}-\d\d-\d\d)[\s,;]+([A-Za-z]{3})[\s,;/]+([A-Za-z]{3})[\s,;]+(\d+(?:\.\d+)?)(?:[\s,;]+(\S.*))?$/;

/**
 * What a text of rates says, one a line: the day, the currency of which one unit is meant, the currency it is told in, the rate, and behind it who
 * said so, where that is told.
 */
export function readRates(text: string): { rates: ExchangeRateInput[]; wrong: number[] } {
  const read: { rates: ExchangeRateInput[]; wrong: number[] } = { rates: [], wrong: [] };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const said = line.trim();
    if (said === '' || /^day\b/i.test(said)) continue;
    const [, day = '', base = '', quote = '', rate = '', source = null] = LINE.exec(said) ?? [];
    if (day === '' || Number(rate) <= 0) read.wrong.push(index + 1);
    else read.rates.push({ day, base: base.toUpperCase(), quote: quote.toUpperCase(), rate: Number(rate), source });
  }
  return read;
}
