import { describe, expect, test } from 'vitest';
import { type Conventions, conventionsOf, decideFormat } from './column-format.ts';
import { ColumnTally } from './column-tally.ts';
import { MISFIT, normalise } from './normalise.ts';

const NO_CONVENTIONS: Conventions = { order: null, decimal: null };

function tallyOf(values: string[]): ColumnTally {
  const tally = new ColumnTally();
  for (const value of values) tally.add(value);
  tally.settle();
  return tally;
}
function decide(
  name: string,
  values: string[],
  conventions = NO_CONVENTIONS,
): { type: string; landed: unknown[]; evidence: string[]; currency: string | null } {
  const { format, evidence } = decideFormat(name, tallyOf(values), conventions);
  return { type: format.type, currency: format.currency, evidence, landed: values.map((value) => normalise(value, format)) };
}

describe('the type of a column', () => {
  test.each([
    ['quantity', ['1', '2', '-3'], 'INTEGER', [1, 2, -3]],
    ['rating', ['4.5', '5', ''], 'DECIMAL', [4.5, 5, null]],
    ['customer', ['12346.0', '12347.0', ''], 'INTEGER', [12346, 12347, null]],
    ['price', ['$1,234.50', '($5.00)', '-'], 'MONEY', [1234.5, -5, null]],
    ['price', ['1.234,50 €', '12,00 €'], 'MONEY', [1234.5, 12]],
    ['growth', ['12%', '0', '-3.5 %'], 'PERCENT', [0.12, 0, -0.035]],
    ['growth', ['12%', '0.5', '3%'], 'TEXT', ['12%', '0.5', '3%']],
    ['population', ['1,234', '12,345'], 'INTEGER', [1234, 12345]],
    ['population', ['1.234.567', '12.345'], 'INTEGER', [1234567, 12345]],
    ['weight', ['1,5', '1,234'], 'DECIMAL', [1.5, 1.234]],
    ['zip', ['10001', '94105'], 'TEXT', ['10001', '94105']],
    ['Postal Code', ['10001', '94105'], 'TEXT', ['10001', '94105']],
    ['code', ['001', '100'], 'TEXT', ['001', '100']],
    ['card', ['4111111111111111', '5500000000000004'], 'TEXT', ['4111111111111111', '5500000000000004']],
    ['active', ['TRUE', 'false', 'N/A'], 'BOOLEAN', [true, false, null]],
    ['returned', ['Yes', 'No'], 'BOOLEAN', [true, false]],
    ['is_member', ['1', '0'], 'BOOLEAN', [true, false]],
    ['children', ['1', '0'], 'INTEGER', [1, 0]],
    ['grade', ['F', 'F', 'F'], 'TEXT', ['F', 'F', 'F']],
    ['gender', ['F', 'M', 'F'], 'TEXT', ['F', 'M', 'F']],
    ['year', ['1996', '2001'], 'INTEGER', [1996, 2001]],
    ['closed', ['10/20/2016', '3/1/2017', 'n/a'], 'DATE', ['2016-10-20', '2017-03-01', null]],
    ['closed', ['20/10/2016', '3/1/2017'], 'DATE', ['2016-10-20', '2017-01-03']],
    ['month', ['2016-10', '2016-11'], 'DATE', ['2016-10-01', '2016-11-01']],
    ['order_date', ['20161003', '20161104'], 'DATE', ['2016-10-03', '2016-11-04']],
    ['amount', ['20161003', '20161104'], 'INTEGER', [20161003, 20161104]],
    ['at', ['2019-10-17 21:10:19', '2019-10-18'], 'DATETIME', ['2019-10-17T21:10:19Z', '2019-10-18T00:00:00Z']],
    ['day', ['1/5/2015 0:00', '1/25/2015 0:00'], 'DATE', ['2015-01-05', '2015-01-25']],
    ['time', ['11:38:36', '12:00:00'], 'TEXT', ['11:38:36', '12:00:00']],
    ['country', ['NA', 'DE', 'None'], 'TEXT', ['NA', 'DE', 'None']],
    ['country', ['NULL', 'DE', 'N/A', 'FR'], 'TEXT', [null, 'DE', null, 'FR']],
    ['score', ['1', '2', 'unknown'], 'INTEGER', [1, 2, null]],
    ['empty', ['', ''], 'TEXT', [null, null]],
    ['encounter', ['E1', 'E2', 'E10'], 'TEXT', ['E1', 'E2', 'E10']],
    ['lot', ['1E1', '2E5', '12E3'], 'TEXT', ['1E1', '2E5', '12E3']],
    ['mass', ['1.2E+05', '3e-2', '5'], 'DECIMAL', [120000, 0.03, 5]],
    ['reach', ['1.8M', '12K', '950'], 'DECIMAL', [1800000, 12000, 950]],
    ['price', ['0', '0', '0', '$4.99'], 'MONEY', [0, 0, 0, 4.99]],
    ['budget', ['$69K', '$7K'], 'MONEY', [69000, 7000]],
    ['term', ['12M', '24M'], 'TEXT', ['12M', '24M']],
    ['wait', ['1.5m', '2m'], 'TEXT', ['1.5m', '2m']],
    ['timestamp', ['964982703', '1537109805'], 'DATETIME', ['2000-07-30T18:45:03Z', '2018-09-16T14:56:45Z']],
    ['created_at', ['1690000000000', '1690000000500'], 'DATETIME', ['2023-07-22T04:26:40Z', '2023-07-22T04:26:40.500Z']],
    ['revenue', ['1690000000', '1890000000'], 'INTEGER', [1690000000, 1890000000]],
  ])('%s: %j is %s', (name, values, type, landed) => {
    const decided = decide(name, values);
    expect(decided.type).toBe(type);
    expect(decided.landed).toEqual(landed);
  }); // prettier-ignore

  test('says the currency when every amount carries the same', () => {
    expect(decide('price', ['£5', '£6.10']).currency).toBe('GBP');
    expect(decide('price', ['£5', '$6.10']).currency).toBeNull();
    expect(decide('Unit Cost USD', ['5', '6.10'])).toMatchObject({ type: 'MONEY', currency: 'USD' });
  });

  test('ambiguous dates follow the other columns of the file, else say that they are ambiguous', () => {
    const other = conventionsOf([tallyOf(['25/12/2016', '1/2/2016'])]);
    expect(decide('shipped', ['3/1/2017', '4/5/2017'], other).landed).toEqual(['2017-01-03', '2017-05-04']);
    const alone = decide('shipped', ['3/2/2017', '4/5/2017']);
    expect(alone.landed).toEqual(['2017-03-02', '2017-04-05']);
    expect(alone.evidence.join()).toContain('ambiguous');
  });

  test('one value in a hundred may misfit; it is told apart, the column keeps its type', () => {
    const values = [...Array.from({ length: 99 }, (_, index) => String(index)), 'oops'];
    const decided = decide('quantity', values);
    expect(decided.type).toBe('INTEGER');
    expect(decided.landed.at(-1)).toBe(MISFIT);
    expect(decide('quantity', [...values, 'oops', 'oops', 'oops']).type).toBe('TEXT');
  });
});
