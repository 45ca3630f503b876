import { type Analysis, lacking } from '../analysis.ts';
import { cents, median, money } from '../reading/cells.ts';
import type { Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';
import { type VendorSpend, vendorSpend } from './vendor-spend.ts';

/** Months before the last one that it is held against, and how many of them there have to be. */
const HISTORY = 12;
const LEAST_HISTORY = 6;
/** Robust z-score: how many scaled median deviations the last month lies above the middle (Iglewicz and Hoaglin, 1993). */
const LEAST_SCORE = 3.5;
const SCALE = 1.4826;
/** A month is told when it is this much above, too. */
const LEAST_RISE = 0.25;
const LEAST_MONEY = 250;
/** Deviations under this share of the middle say nothing. */
const FLOOR = 0.05;
const LINKS: Link[] = [{ kind: 'ENTITY', id: 'Cost', label: 'Cost entries' }, { kind: 'METRIC', id: 'costs', label: 'Costs' }]; // prettier-ignore

/** Vendors whose last complete month was not what the months before it say. */
export const costAnomalies: Analysis = {
  name: 'finops.cost-anomalies',
  pilot: 'FINOPS',
  records: true,
  title: 'Unusual costs',
  description: 'Vendors whose last complete month cost far more than their months before.',
  async run(look) {
    const needs = (await look.model()).lacks('Cost', ['amount', 'date', 'vendor']);
    if (needs.length > 0) return lacking(...needs);
    const { vendors, complete, examined } = await vendorSpend(look);
    return { findings: judgeAnomalies(vendors), complete, examined, needs: [] };
  },
};

/** The last month that any vendor was paid in is held against the months before it. */
export function judgeAnomalies(vendors: readonly VendorSpend[]): Found[] {
  const last = vendors.flatMap(({ months }) => [...months.keys()]).toSorted().at(-1); // prettier-ignore
  if (last === undefined) return [];
  return vendors.flatMap((vendor): Found[] => {
    const spent = vendor.months.get(last);
    const before = [...vendor.months].filter(([month]) => month < last).slice(-HISTORY);
    if (spent === undefined || before.length < LEAST_HISTORY) return [];
    const usual = median(before.map(([, value]) => value));
    const spread = Math.max(median(before.map(([, value]) => Math.abs(value - usual))) * SCALE, Math.abs(usual) * FLOOR);
    const over = cents(spent - usual);
    const score = spread === 0 ? 0 : over / spread;
    if (score < LEAST_SCORE || over < LEAST_MONEY || over < usual * LEAST_RISE) return [];
    return [foundMonth(vendor, { last, spent, usual, over, score, before })];
  });
}

interface Judged {
  last: string;
  spent: number;
  usual: number;
  over: number;
  score: number;
  before: readonly (readonly [string, number])[];
}

function foundMonth({ key, name }: VendorSpend, { last, spent, usual, over, score, before }: Judged): Found {
  const reasons = [
    `${last} cost ${money(spent)}; the middle of the ${before.length} months before is ${money(usual)}.`,
    `That is ${score.toFixed(1)} times as far from it as months usually are.`,
  ];
  return {
    key: `${key}:${last}`,
    title: `${name} cost ${money(over)} more than usual in ${last}`,
    detail: `${name} usually costs ${money(usual)} a month; in ${last} it was ${money(spent)}.`,
    reasons,
    severity: over >= usual ? 'HIGH' : 'MEDIUM',
    measure: { label: 'More than usual', value: over, unit: 'MONEY' },
    evidence: {
      columns: [
        { label: 'Month', unit: null },
        { label: 'Paid', unit: 'MONEY' },
      ],
      rows: [...before.map(([month, value]) => [month, cents(value)]), [last, cents(spent)]],
    },
    links: LINKS,
    proposal: ticketAbout({
      intent: `Open a ticket to find out why ${name} cost ${money(over)} more in ${last}`,
      title: `Why did ${name} cost ${money(over)} more in ${last}?`,
      text: [...reasons, 'Check the bills of that month; claim back what is wrong.'].join('\n'),
      benefit: { value: over, unit: 'MONEY' },
      touches: 1,
      links: LINKS,
    }),
  };
}
