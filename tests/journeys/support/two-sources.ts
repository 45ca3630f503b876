import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIRST = ['Harbor', 'Copper', 'Willow', 'Granite', 'Saffron', 'Juniper', 'Cobalt', 'Maple', 'Orchid', 'Falcon', 'Meridian', 'Quarry'];
const SECOND = ['Foods', 'Logistics', 'Textiles', 'Robotics', 'Analytics', 'Shipping'];
const CITIES = ['Bergen', 'Porto', 'Leeds', 'Ghent', 'Turin', 'Cork', 'Graz', 'Malmo'];

/** Customers as two systems know them: the same companies, written a little differently. */
function companies(): { name: string; other: string; site: string; phone: string; city: string }[] {
  return FIRST.flatMap((first, row) =>
    SECOND.slice(0, 4).map((second, column) => {
      const place = row * 4 + column;
      const name = `${first} ${second}`;
      const other = [`${name} Ltd`, `${name.toUpperCase()} LIMITED`, `${name}, Inc.`, `The ${name} Co`][place % 4] ?? name;
      const site = `${first}${second}.example`.toLowerCase();
      return { name, other, site, phone: `+44 20 7946 ${String(1000 + place * 37)}`, city: CITIES[place % CITIES.length] ?? '' };
    }),
  );
}

/** Writes both lists of customers as CSV files. @returns their paths */
export function writeTwoSources(folder: string): { crm: string; billing: string } {
  const all = companies();
  const [crm, billing] = [join(folder, 'crm_accounts.csv'), join(folder, 'billing_customers.csv')];
  const lines = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
  writeFileSync(
    crm,
    lines(
      'account_id,account_name,website,phone,billing_city',
      all.map(({ name, site, phone, city }, index) => `A-${100 + index},${name},https://www.${site},${phone},${city}`),
    ),
  );
  writeFileSync(
    billing,
    lines(
      'customer_id,customer_name,website,phone,city',
      all.map(({ other, site, phone, city }, index) => `C-${900 + index},"${other}",${site},${phone.replaceAll(' ', '')},${city}`),
    ),
  );
  return { crm, billing };
}
