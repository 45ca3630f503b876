import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelFor, readDate, toIsoDate, toIsoDateTime } from './dates.ts';

const mdy = (value: string): string | null => {
  const shape = readDate(value);
  return shape && toIsoDate(shape, 'MDY');
};
const dmy = (value: string): string | null => {
  const shape = readDate(value);
  return shape && toIsoDate(shape, 'DMY');
};
const instant = (value: string): string | null => {
  const shape = readDate(value);
  return shape && toIsoDateTime(shape, 'MDY');
};

describe('dates', () => {
  test.each([
    ['10/20/2016', '2016-10-20'], ['3/1/2017', '2017-03-01'], ['2016-10-03', '2016-10-03'], ['2016/1/3', '2016-01-03'], ['Oct 3, 2016', '2016-10-03'],
    ['3 Oct 2016', '2016-10-03'], ['03-OCT-16', '2016-10-03'], ['October 3rd, 2016', '2016-10-03'], ['Monday, October 3, 2016', '2016-10-03'], ['20161003', '2016-10-03'],
    ['2016-10', '2016-10-01'], ['Oct 2016', '2016-10-01'], ['Oct-16', '2016-10-01'], ['10/2016', '2016-10-01'], ['98-10-03', '1998-10-03'], ['1/2/85', '1985-01-02'],
    ['2016-Oct-03', '2016-10-03'], ['9999-12-31', '9999-12-31'], ['31/12/2016', null], ['2/30/2016', null], ['2015-02-29', null], ['1996', null], ['12:30', null],
    ['1.5', null], ['May', null], ['10-11', null], ['Bluth 5 2016', null], ['20161341', null], ['Mon, 3 Oct 2016', '2016-10-03'],
  ])('reads %s as %s', (text, date) => expect(mdy(text)).toBe(date)); // prettier-ignore

  test('reads day first when the column says so', () => {
    expect(dmy('31/12/2016')).toBe('2016-12-31');
    expect(dmy('3.1.2017')).toBe('2017-01-03');
  });

  test.each([
    ['2019-10-17 21:10:19', '2019-10-17T21:10:19Z'], ['2019-10-17T21:10:19.5+02:00', '2019-10-17T19:10:19.500Z'], ['10/3/2016 1:05 PM', '2016-10-03T13:05:00Z'],
    ['10/3/2016 12:05:01 AM', '2016-10-03T00:05:01Z'], ['2016-10-03 10:00:00 UTC', '2016-10-03T10:00:00Z'], ['2024-05-19 12:34:06.327000', '2024-05-19T12:34:06.327Z'],
    ['3 Oct 2016 10:00', '2016-10-03T10:00:00Z'], ['10/3/2016 25:00', null], ['2016-10-03T10:00:00Z', '2016-10-03T10:00:00Z'], ['2016-10-03 10:00-0500', '2016-10-03T15:00:00Z'],
  ])('reads %s as %s', (text, at) => expect(instant(text)).toBe(at)); // prettier-ignore

  test('every day there is, in every usual order, is read back', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2068-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        const name = date.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' });
        expect(mdy(`${Number(month)}/${Number(day)}/${year}`)).toBe(iso);
        expect(dmy(`${day}.${month}.${year.slice(2)}`)).toBe(iso);
        for (const text of [iso, `${name} ${Number(day)}, ${year}`, `${day}-${name.slice(0, 3)}-${year.slice(2)}`, iso.replaceAll('-', '')])
          expect(mdy(text)).toBe(iso);
      }),
    );
  });

  test('says how it is written', () => {
    expect(labelFor(readDate('3/1/2017 10:00')?.label ?? '', 'DMY')).toBe('DD/MM/YYYY HH:mm');
  });
});
