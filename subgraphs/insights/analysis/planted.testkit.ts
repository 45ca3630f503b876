import { testEntity, type TestEntity } from '../model.testkit.ts';

const REGIONS = ['North', 'South', 'East'];
const LINES = ['Bread', 'Cakes'];
/** The month in which the South stopped buying cakes, and the one in which the East bought by far too much. */
export const PLANTED = { drop: '2024-05', spike: '2023-09' };

/** A bakery that delivers: three years of orders with a season, a drop and a spike that were put there on purpose. All of it is invented. */
export function bakery(): TestEntity[] {
  const records = Array.from({ length: 41 }, (_, at) => at).flatMap((at) => {
    const month = `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    const season = 1 + 0.3 * Math.sin((2 * Math.PI * at) / 12);
    return REGIONS.flatMap((region, place) =>
      LINES.flatMap((line, kind) => {
        const dropped = month === PLANTED.drop && region === 'South' && line === 'Cakes';
        const spiked = month === PLANTED.spike && region === 'East' && line === 'Bread';
        const amount = Math.round((100 + 20 * place + 10 * kind + at) * season * (dropped ? 0.1 : 1) * (spiked ? 9 : 1));
        return [5, 20].map((day) => ({
          number: `${month}-${place}${kind}${day}`,
          orderDate: `${month}-${String(day).padStart(2, '0')}`,
          region,
          line,
          amount,
        }));
      }),
    );
  });
  records.push({ number: 'last', orderDate: '2024-05-31', region: 'North', line: 'Bread', amount: 1 });
  const order = testEntity({
    name: 'Order',
    plural: 'Orders',
    canonical: true,
    title: 'number',
    attributes: [
      ['number', 'Order number', 'TEXT', 'IDENTIFIER'],
      ['orderDate', 'Order date', 'DATE', 'DATE'],
      ['region', 'Region', 'TEXT', 'PLACE'],
      ['line', 'Product line', 'TEXT', 'CATEGORY'],
      ['amount', 'Amount', 'MONEY', 'AMOUNT'],
    ],
    records,
  });
  const cost = testEntity({
    name: 'Cost',
    plural: 'Costs',
    canonical: true,
    title: 'name',
    attributes: [
      ['name', 'Name', 'TEXT', 'NAME'],
      ['date', 'Date', 'DATE', 'DATE'],
      ['amount', 'Amount', 'MONEY', 'AMOUNT'],
      ['category', 'Category', 'TEXT', 'CATEGORY'],
    ],
    records: Array.from({ length: 41 }, (_, at) => ({
      name: `Flour ${at}`,
      date: `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-15`,
      amount: 200 + at,
      category: at % 2 === 0 ? 'Flour' : 'Wages',
    })),
  });
  return [order, cost];
}
