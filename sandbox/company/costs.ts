import { addDays, addMonths, monthsUpTo } from './calendar.ts';
import { type Random, randomOf } from './random.ts';

export const DEPARTMENTS = ['Engineering', 'Sales', 'Marketing', 'Customer Success', 'Support', 'Finance', 'People', 'IT'] as const;

export interface Vendor {
  index: number;
  name: string;
  category: string;
  /** Whether IT knows and allows it. */
  approved: boolean;
}

/** Name, account of the ledger, department that pays, dollars a month, drift a month against the budget, known to IT. */
const SPENDING = [
  ['Nimbus Cloud', 'Cloud hosting', 'Engineering', 74_000, 0.021, true],
  ['Nimbus Cloud', 'Cloud hosting', 'Support', 5_200, 0.004, true],
  ['Datapond', 'Cloud hosting', 'Engineering', 16_500, 0.002, true],
  ['Watchpost Monitoring', 'Software', 'Engineering', 11_800, 0.012, true],
  ['Codeharbor', 'Software', 'Engineering', 4_600, 0, true],
  ['Salesdeck CRM', 'Software', 'Sales', 12_400, 0.001, true],
  ['Leadspring', 'Software', 'Marketing', 6_900, 0.003, true],
  ['Deskline Support', 'Software', 'Support', 5_900, 0, true],
  ['Paperglide', 'Software', 'Marketing', 1_450, 0, false],
  ['Boardly', 'Software', 'Customer Success', 1_150, 0, false],
  ['QuickSurvey Pro', 'Software', 'People', 780, 0, false],
  ['Promptmill AI', 'Software', 'Sales', 2_300, 0.02, false],
  ['Sheetsync', 'Software', 'Finance', 640, 0, false],
  ['Ledgerwise', 'Software', 'Finance', 3_900, 0, true],
  ['Peoplekit', 'Software', 'People', 3_300, 0, true],
  ['Loginly', 'Software', 'IT', 4_100, 0.001, true],
  ['Brightads', 'Advertising', 'Marketing', 46_000, 0.009, true],
  ['Searchlane', 'Advertising', 'Marketing', 28_000, -0.004, true],
  ['Expo Partners', 'Events', 'Marketing', 19_000, 0.002, true],
  ['Airbound Travel', 'Travel', 'Sales', 14_500, 0.006, true],
  ['Airbound Travel', 'Travel', 'Customer Success', 4_700, 0, true],
  ['Contractor Guild', 'Contractors', 'Engineering', 31_000, 0.007, true],
  ['Hartley & Moss LLP', 'Professional services', 'Finance', 9_800, 0, true],
  ['Talentbridge', 'Recruiting', 'People', 12_000, -0.006, true],
  ['Cityspace Offices', 'Rent', 'IT', 27_500, 0, true],
] as const;
const PAYROLL = { Engineering: 268_000, Sales: 142_000, Marketing: 61_000, 'Customer Success': 72_000, Support: 64_000, Finance: 38_000, People: 27_000, IT: 31_000 } as const; // prettier-ignore

/** One line of a bill or a journal. */
export interface CostLine {
  index: number;
  kind: 'VendBill' | 'Journal';
  date: Date;
  vendor: string | null;
  department: (typeof DEPARTMENTS)[number] | null;
  account: string;
  /** Dollars. */
  amount: number;
  /** What was planned for it; null for what nobody planned. */
  budget: number | null;
  memo: string | null;
  status: 'Paid In Full' | 'Open' | 'Approved for Posting';
}

export function vendorsOf(): Vendor[] {
  const vendors = new Map(SPENDING.map(([name, category, , , , approved]) => [name as string, { name, category, approved }]));
  return [...vendors.values()].map((vendor, index) => ({ index, ...vendor }));
}

/** Bills and payroll by department, month by month: the cloud grows faster than its budget, some of the software nobody planned. */
export function costsOf(seed: string, today: Date): CostLine[] {
  const random = randomOf(`${seed}:costs`);
  const lines: Omit<CostLine, 'index'>[] = [];
  const cents = (amount: number): number => Math.round(amount * 100) / 100;
  for (const [n, month] of monthsUpTo(today).entries()) {
    const growth = 1 + n * 0.008;
    const status = (date: Date): CostLine['status'] => (addDays(date, 40) < today ? 'Paid In Full' : 'Open');
    for (const [vendor, account, department, base, drift, approved] of SPENDING) {
      // Some bill in two or three parts.
      const parts =
        account === 'Advertising' || account === 'Cloud hosting' ? 3 : account === 'Travel' || account === 'Contractors' ? 2 : 1;
      const planned = cents((base * growth) / parts);
      for (let part = 0; part < parts; part++) {
        const date = addDays(month, part * 9 + random.int(0, 6));
        const amount = cents(planned * (1 + drift * n) * (1 + random.normal(0, 0.05)));
        if (date > today) continue;
        lines.push({
          kind: 'VendBill', date, amount, account,
          vendor: random.chance(0.03) ? vendor.toUpperCase() : vendor,
          department: random.chance(0.006) ? null : department,
          budget: approved ? planned : null,
          memo: random.chance(0.5) ? null : `${account} ${month.toISOString().slice(0, 7)}`,
          status: status(date),
        }); // prettier-ignore
      }
    }
    const payday = addDays(addMonths(month, 1), -3);
    if (payday > today) continue;
    for (const department of DEPARTMENTS) {
      const planned = cents(PAYROLL[department] * growth);
      const amount = cents(planned * (1 + random.normal(0.004, 0.012)));
      lines.push({ kind: 'Journal', date: payday, vendor: null, department, account: 'Salaries', amount, budget: planned, memo: 'Payroll', status: 'Approved for Posting' }); // prettier-ignore
    }
  }
  return lines.toSorted((a, b) => a.date.getTime() - b.date.getTime()).map((line, index) => ({ index, ...line }));
}

/** What comes in on a later day: a few bills, and payroll three days before the month ends. */
export function costsOn(day: Date, random: Random): Omit<CostLine, 'index'>[] {
  const cents = (amount: number): number => Math.round(amount * 100) / 100;
  const bills = Array.from({ length: random.int(0, 3) }, (): Omit<CostLine, 'index'> => {
    const [vendor, account, department, base, , approved] = random.pick(SPENDING);
    const planned = cents(base / 3);
    return { kind: 'VendBill', date: day, vendor, department, account, amount: cents(planned * (1 + random.normal(0.02, 0.05))), budget: approved ? planned : null, memo: null, status: 'Open' }; // prettier-ignore
  });
  if (addDays(day, 3).getUTCDate() !== 1) return bills;
  const payroll = DEPARTMENTS.map((department): Omit<CostLine, 'index'> => ({ kind: 'Journal', date: day, vendor: null, department, account: 'Salaries', amount: cents(PAYROLL[department] * (1.2 + random.normal(0, 0.01))), budget: cents(PAYROLL[department] * 1.2), memo: 'Payroll', status: 'Approved for Posting' })); // prettier-ignore
  return [...bills, ...payroll];
}
