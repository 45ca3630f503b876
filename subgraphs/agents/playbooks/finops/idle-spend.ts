import { type Analysis, type Examined, lacking } from '../analysis.ts';
import { cents, counted, dayOf, keyOf, money, numberOf, textOf } from '../reading/cells.ts';
import { dayFrom } from '../reading/look.ts';
import { filled, groupsOf, listOf, within } from '../reading/plans.ts';
import type { Cell, Found, Link, Need } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

/** Days that are looked back. */
const DAYS = 92;
const MONTHS = 3;
const LEAST_MONEY = 100;
const LINKS: Link[] = [{ kind: 'ENTITY', id: 'Cost', label: 'Cost entries' }];

/** Money that goes on though nobody uses what it pays for: bills of people who have left, and bills that came twice. */
export const idleSpend: Analysis = {
  name: 'finops.idle-spend',
  pilot: 'FINOPS',
  records: true,
  title: 'Idle spend',
  description: 'Costs of people who have left, and bills of the same vendor, day and amount that came more than once.',
  async run(look) {
    const model = await look.model();
    const needs = model.lacks('Cost', ['amount', 'date', 'vendor']);
    if (needs.length > 0) return lacking(...needs);
    const from = dayFrom(look.now, -DAYS);
    const doubles = await listOf(look, {
      entity: 'Cost',
      columns: ['amount', 'date', 'vendor', ...(model.has('Cost', 'externalId') ? ['externalId'] : [])],
      filters: [within('date', from, null), filled('vendor')],
      largest: 'amount',
    });
    const further: Need[] = [];
    let left: Examined = { findings: [], complete: true, examined: 0, needs: [] };
    if (model.has('Cost', 'employee.leaveDate') && model.has('Cost', 'employee.name')) {
      const { rows, complete } = await groupsOf(look, {
        entity: 'Cost',
        by: [{ field: 'employee.name' }],
        measures: [{ function: 'SUM', of: 'amount' }, { function: 'COUNT' }, { function: 'MAX', of: 'date' }],
        filters: [within('date', from, null), within('employee.leaveDate', null, from)],
      });
      left = { findings: judgeLeavers(rows), complete, examined: rows.length, needs: [] };
    } else further.push({ what: 'Costs by employee, and when people left', todo: 'Connect a payroll or expense system, and map Cost.employee and Employee.leaveDate.' }); // prettier-ignore
    return {
      findings: [...judgeDoubles(doubles.rows), ...left.findings],
      complete: doubles.complete && left.complete,
      examined: doubles.rows.length + left.examined,
      needs: further,
    };
  },
};

/** @param rows [money, day, vendor, id] of the last months */
export function judgeDoubles(rows: readonly (readonly Cell[])[]): Found[] {
  const groups = Map.groupBy(
    rows.filter(([amount, day, vendor]) => (numberOf(amount) ?? 0) >= LEAST_MONEY && dayOf(day) !== null && textOf(vendor) !== null),
    ([amount, day, vendor]) => `${keyOf(textOf(vendor) ?? '')}:${dayOf(day)}:${cents(numberOf(amount) ?? 0)}`,
  );
  return [...groups].flatMap(([key, bills]): Found[] => {
    const [first] = bills;
    if (first === undefined || bills.length < 2) return [];
    const [amount, day, vendor] = [numberOf(first[0]) ?? 0, dayOf(first[1]) ?? '', textOf(first[2]) ?? ''];
    const twice = cents(amount * (bills.length - 1));
    const reasons = [`${counted(bills.length, 'bill')} of ${vendor} on ${day} are of ${money(amount)} each.`];
    return [
      {
        key: `double:${key}`,
        title: `${vendor} may have been paid ${bills.length === 2 ? 'twice' : `${bills.length} times`} on ${day}`,
        detail: `${money(twice)} may have been paid for nothing.`,
        reasons,
        severity: 'MEDIUM',
        measure: { label: 'Paid more than once', value: twice, unit: 'MONEY' },
        evidence: {
          columns: [{ label: 'Amount', unit: 'MONEY' }, { label: 'Day', unit: null }, { label: 'Vendor', unit: null }, { label: 'Entry', unit: null }], // prettier-ignore
          rows: bills.slice(0, 24).map((bill) => [cents(numberOf(bill[0]) ?? 0), dayOf(bill[1]), textOf(bill[2]), textOf(bill[3])]),
        },
        links: LINKS,
        proposal: ticketAbout({
          intent: `Open a ticket to check whether ${vendor} was paid more than once on ${day}`,
          title: `Was ${vendor} paid more than once on ${day}?`,
          text: [...reasons, 'If it was, claim the money back.'].join('\n'),
          benefit: { value: twice, unit: 'MONEY' },
          touches: bills.length,
          links: LINKS,
        }),
      },
    ];
  });
}

/** @param rows [employee, money, bills, latest day] of people who had left before these costs */
export function judgeLeavers(rows: readonly (readonly Cell[])[]): Found[] {
  return rows.flatMap(([employee, amount, bills, latest]): Found[] => {
    const [name, perMonth] = [textOf(employee), cents((numberOf(amount) ?? 0) / MONTHS)];
    if (name === null || perMonth * MONTHS < LEAST_MONEY) return [];
    const reasons = [`${counted(numberOf(bills) ?? 0, 'cost entry', 'cost entries')} of the last ${MONTHS} months belong to ${name}, who had left before.`]; // prettier-ignore
    return [
      {
        key: `left:${keyOf(name)}`,
        title: `Costs go on for ${name}, who has left`,
        detail: `About ${money(perMonth)} a month is still paid.`,
        reasons,
        severity: 'MEDIUM',
        measure: { label: 'Idle spend', value: perMonth, unit: 'MONEY_PER_MONTH' },
        evidence: {
          columns: [{ label: 'Employee', unit: null }, { label: 'Paid', unit: 'MONEY' }, { label: 'Entries', unit: 'COUNT' }, { label: 'Latest', unit: null }], // prettier-ignore
          rows: [[name, cents(numberOf(amount) ?? 0), numberOf(bills), dayOf(latest)]],
        },
        links: LINKS,
        proposal: ticketAbout({
          intent: `Open a ticket to end what is still paid for ${name}`,
          title: `End costs of ${name}, who has left`,
          text: [...reasons, 'End subscriptions, seats and devices that nobody uses.'].join('\n'),
          benefit: { value: perMonth, unit: 'MONEY_PER_MONTH' },
          touches: numberOf(bills),
          links: LINKS,
        }),
      },
    ];
  });
}
