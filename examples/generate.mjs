/**
 * Writes the example company: Fjordlys, a coffee roaster that sells to cafés. Everything is invented, and drawn from a fixed seed, so that
 * `node examples/generate.mjs` always writes the same bytes. The dirt is the dirt of real exports: day-first dates, currency signs,
 * thousands separators, blanks, stray spaces, a coffee spelled in two ways, a café's order without a café, and one line that lost its columns.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SEED = 20_240_229;
const ORDERS = 300;
const TICKETS = 60;

const CITIES = ['Bergen', 'Oslo', 'Tromsø', 'Gothenburg', 'Aarhus', 'Copenhagen'];
const SEGMENTS = ['Café', 'Restaurant', 'Hotel', 'Office'];
const FIRST = ['Blue', 'Little', 'North', 'Old', 'Quiet', 'Salt', 'Silver', 'Sunday', 'Tall', 'Velvet'];
const SECOND = ['Harbour', 'Lantern', 'Otter', 'Sparrow'];
const TOPICS = ['Late delivery', 'Wrong grind', 'Invoice', 'Machine service', 'Taste'];

/** Name, origin, roast, price per kilo in euros. @type {[string, string, string, number][]} */
const COFFEES = [
  ['Aurora', 'Ethiopia', 'light', 31.5],
  ['Bryggen Blend', 'Brazil', 'medium', 19.9],
  ['Cloudberry', 'Kenya', 'light', 34],
  ['Drift', 'Colombia', 'medium', 24.5],
  ['Ember', 'Indonesia', 'dark', 22],
  ['First Light', 'Ethiopia', 'light', 29.9],
  ['Granite', 'Brazil', 'dark', 18.5],
  ['Harbour Decaf', 'Colombia', 'medium', 26],
  ['Isbre', 'Rwanda', 'light', 33],
  ['Juniper', 'Guatemala', 'medium', 25.5],
  ['Kestrel', 'Costa Rica', 'medium', 27],
  ['Lighthouse', 'Honduras', 'medium', 21],
  ['Midnight Sun', 'Indonesia', 'dark', 23.5],
  ['Nordlys', 'Kenya', 'light', 36],
  ['Old Quay', 'Brazil', 'dark', 17.9],
];

/**
 * A small generator with a fixed seed (mulberry32): numbers in [0, 1).
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = generator(SEED);

/** @template T @param {readonly T[]} items @returns {T} */
function pick(items) {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** @param {number} from @param {number} to */
const between = (from, to) => from + Math.floor(random() * (to - from + 1));

/** Day of 2024 as a date. @param {number} day */
const dayOf2024 = (day) => new Date(Date.UTC(2024, 0, day));

/** `29.02.2024`, as Norwegian programs write it. @param {Date} date */
const dayFirst = (date) =>
  `${String(date.getUTCDate()).padStart(2, '0')}.${String(date.getUTCMonth() + 1).padStart(2, '0')}.${date.getUTCFullYear()}`;

/** `2024-02-29` @param {Date} date */
const iso = (date) => date.toISOString().slice(0, 10);

/** `€1,234.50` @param {number} amount */
const euros = (amount) => `€${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** @param {(string | number)[]} cells */
const line = (cells) =>
  cells.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell))).join(',');

function customers() {
  const names = FIRST.flatMap((first) => SECOND.map((second) => `${first} ${second}`));
  return names.map((name, index) => {
    const email = index % 9 === 4 ? '' : `hello@${name.toLowerCase().replaceAll(' ', '-')}.example`;
    return {
      id: `C${String(index + 1).padStart(3, '0')}`,
      name,
      segment: pick(SEGMENTS),
      city: pick(CITIES),
      since: iso(dayOf2024(between(-1400, -20))),
      email,
    };
  });
}

/** @param {string[]} buyers */
function orders(buyers) {
  /** @type {(string | number)[][]} */
  const rows = [];
  for (let index = 0; index < ORDERS; index += 1) {
    const [coffee, , , price] = pick(COFFEES);
    const day = 1 + Math.floor((index / ORDERS) * 365);
    const kilos = between(2, 60);
    const status = random() < 0.86 ? 'paid' : random() < 0.5 ? 'open' : 'cancelled';
    // The till prints this coffee without its space, and sometimes adds one where none belongs.
    const spelled = coffee === 'Midnight Sun' && index % 2 === 0 ? 'MidnightSun' : index % 37 === 5 ? `${coffee} ` : coffee;
    const buyer = index % 75 === 40 ? '' : pick(buyers);
    rows.push([`FJ-${1001 + index}`, dayFirst(dayOf2024(day)), buyer, spelled, kilos, euros(kilos * price), status]);
  }
  return rows;
}

/** @param {string[]} buyers */
function tickets(buyers) {
  return Array.from({ length: TICKETS }, (_unused, index) => {
    const opened = between(5, 350);
    const solved = random() < 0.8;
    const closed = solved ? iso(dayOf2024(opened + between(0, 12))) : '';
    return [
      `T-${index + 1}`,
      iso(dayOf2024(opened)),
      closed,
      pick(buyers),
      pick(TOPICS),
      pick(['low', 'normal', 'high']),
      solved ? between(1, 5) : '',
    ];
  });
}

/** Every file's name and content. @returns {Record<string, string>} */
export function exampleFiles() {
  const known = customers();
  const buyers = known.map((customer) => customer.name);
  const orderLines = orders(buyers).map(line);
  // One line of the export lost everything after its date: it has to be set aside, not guessed at.
  orderLines.splice(120, 0, 'FJ-1120b,25.05.2024');
  /** @param {string[]} lines */
  const file = (...lines) => `${lines.join('\n')}\n`;
  return {
    'customers.csv': file(
      'customer_id,customer,segment,city,customer_since,email',
      ...known.map((each) => line([each.id, each.name, each.segment, each.city, each.since, each.email])),
    ),
    'coffees.csv': file(
      'coffee,origin,roast,price_per_kg',
      ...COFFEES.map(([name, origin, roast, price]) => line([name, origin, roast, euros(price)])),
    ),
    'orders.csv': file('order_no,order_date,customer,coffee,kilos,amount,status', ...orderLines),
    'tickets.csv': file('ticket_id,opened_at,closed_at,customer,topic,priority,satisfaction', ...tickets(buyers).map(line)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('./coffee-roaster/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(exampleFiles())) writeFileSync(join(folder, name), content);
}
