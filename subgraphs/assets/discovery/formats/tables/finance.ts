import { type Raw, textOf, truthOf } from '../../snapshot/fields.ts';
import type { TableFormat } from '../format.ts';
import { paid, saying, silent } from '../outcome.ts';
import { amountOf, currencyOf, whenOf } from './cells.ts';
import { CATEGORY, CURRENCY, DEPARTMENT, HOST, ID, OWNER, VENDOR } from './words.ts';

const DAY_MS = 86_400_000;
const DAYS_A_YEAR = 365.25;
/** What recurs has been paid within a year and a month. */
const RECURS_WITHIN_DAYS = 400;
const ENDED = /terminat|cancel|expired|closed|inactive|ended/i;
const RECURRING = /subscription|recurring|\bsaas\b|monthly|annual(?:ly)?\b|yearly/i;
const TIMES_A_YEAR: readonly (readonly [period: RegExp, times: number])[] = [
  [/month/i, 12],
  [/quarter/i, 4],
  [/year|annual/i, 1],
  [/week/i, 52],
];

export const contracts: TableFormat = {
  kind: 'TABLE',
  code: 'FINANCE_CONTRACTS',
  title: 'contracts (CSV, JSON: vendor, product, value, start, end)',
  named: /contract|agreement|renewal|licen[cs]e/i,
  id: 'id',
  columns: {
    id: ['contractid', 'contractnumber', 'agreementid', 'agreementnumber', ...ID],
    vendor: [...VENDOR, 'counterparty', 'party', 'company'],
    product: ['product', 'productname', 'application', 'app', 'software', 'service', 'contractname', 'title', 'description'],
    host: HOST,
    from: [
      'startdate',
      'start',
      'effectivedate',
      'contractstart',
      'contractstartdate',
      'commencementdate',
      'validfrom',
      'termstart',
      'begindate',
    ],
    to: ['enddate', 'end', 'expirationdate', 'expirydate', 'contractend', 'contractenddate', 'renewaldate', 'expires', 'expiry', 'validto', 'termend', 'renewal', 'nextrenewal'], // prettier-ignore
    yearly: ['annualvalue', 'annualcost', 'annualamount', 'annualspend', 'yearlycost', 'acv', 'arr', 'costperyear'],
    total: ['contractvalue', 'totalcontractvalue', 'tcv', 'totalvalue', 'value', 'amount', 'cost', 'price', 'total'],
    currency: CURRENCY,
    seats: ['seats', 'licenses', 'licences', 'quantity', 'units', 'purchasedseats'],
    status: ['status', 'contractstatus', 'state'],
    owner: ['contractowner', ...OWNER, 'requester', 'manager'],
    department: DEPARTMENT,
    category: CATEGORY,
  },
  required: [['vendor', 'product'], ['to'], ['yearly', 'total', 'seats', 'from']],
  read: (row, { asOf }) => {
    const [from, to] = [whenOf(row, 'from'), whenOf(row, 'to')];
    const total = amountOf(row, 'total');
    const years = from === null || to === null || to <= from ? 1 : Math.max(1, (to - from) / DAY_MS / DAYS_A_YEAR);
    const yearly = amountOf(row, 'yearly') ?? (total === null ? null : total / years);
    const [product, vendor, host] = [textOf(row, 'product'), textOf(row, 'vendor'), textOf(row, 'host')];
    if (product === null && vendor === null && host === null) return silent('NO_HOST');
    const runs = (from === null || from <= asOf) && (to === null || to + DAY_MS > asOf) && !ENDED.test(textOf(row, 'status') ?? '');
    const contract = {
      amount: yearly,
      currency: currencyOf(row, 'currency', 'yearly', 'total'),
      from,
      to,
      product,
      seats: amountOf(row, 'seats'),
    };
    return saying(
      paid({
        name: product ?? vendor,
        vendor,
        host,
        ongoing: runs,
        yearly,
        details: { contract, ...ownedBy(row, 'CONTRACT'), ...placed(row) },
      }),
    );
  },
};

export const transactions: TableFormat = {
  kind: 'TABLE',
  code: 'FINANCE_TRANSACTIONS',
  title: 'transactions and expenses (CSV, JSON: merchant, date, amount)',
  named: /transaction|expense|payment|card|ledger|invoice|spend/i,
  id: 'id',
  columns: {
    id: ['transactionid', 'txnid', 'expenseid', 'entryid', 'paymentid', 'invoiceid', ...ID],
    merchant: ['merchant', 'merchantname', 'payee', ...VENDOR, 'counterparty'],
    product: ['product', 'productname', 'application', 'app', 'software', 'service', 'item'],
    host: HOST,
    date: ['transactiondate', 'date', 'posteddate', 'postingdate', 'expensedate', 'purchasedate', 'txndate', 'txndt', 'trandate', 'transdate', 'postdate', 'valuedate', 'invoicedate', 'paymentdate', 'paidat', 'paidon', 'bookingdate', 'datetime', 'timestamp'], // prettier-ignore
    amount: ['amount', 'totalamount', 'total', 'amountusd', 'amounteur', 'grossamount', 'netamount', 'debit', 'debitamount', 'debitamt', 'amt', 'txnamount', 'chargeamount', 'spend', 'cost', 'price', 'originalamount', 'billedamount'], // prettier-ignore
    currency: CURRENCY,
    category: ['category', 'expensetype', 'expensecategory', 'merchantcategory', 'glaccount', 'account', 'type'],
    memo: ['description', 'memo', 'note', 'notes', 'comment', 'details', 'purpose', 'businesspurpose'],
    recurring: ['recurring', 'isrecurring', 'subscription', 'issubscription'],
    period: ['frequency', 'billingfrequency', 'billingperiod', 'interval', 'period', 'billingcycle'],
    employee: [
      'employee',
      'employeename',
      'employeeemail',
      'cardholder',
      'submittedby',
      'submitter',
      'spender',
      'claimant',
      'user',
      'email',
      'purchaser',
    ],
    department: DEPARTMENT,
  },
  required: [['merchant', 'product', 'memo'], ['date'], ['amount']],
  read: (row, { asOf }) => {
    // Statements of cards have the merchant where others describe what it was for.
    const [amount, at, vendor] = [amountOf(row, 'amount'), whenOf(row, 'date'), textOf(row, 'merchant', 'memo')];
    const [name, host] = [textOf(row, 'product') ?? vendor, textOf(row, 'host')];
    if (name === null && host === null) return silent('NO_HOST');
    const words = ['period', 'category', 'memo'].map((column) => textOf(row, column) ?? '').join(' ');
    const recurs = truthOf(row, 'recurring') ?? RECURRING.test(words);
    const lately = at === null || at > asOf - RECURS_WITHIN_DAYS * DAY_MS;
    const times = TIMES_A_YEAR.find(([period]) => period.test(textOf(row, 'period') ?? ''))?.[1] ?? null;
    const payment = amount === null ? null : { amount, currency: currencyOf(row, 'currency', 'amount'), at };
    return saying(
      paid({
        name,
        vendor,
        host,
        ongoing: recurs && lately && (amount ?? 1) > 0,
        yearly: recurs && amount !== null && times !== null ? amount * times : null,
        details: { payment, user: textOf(row, 'employee'), ...placed(row) },
      }),
    );
  },
};

export const vendors: TableFormat = {
  kind: 'TABLE',
  code: 'FINANCE_VENDORS',
  title: 'vendors (CSV, JSON: vendor, website, spend)',
  named: /vendor|supplier/i,
  id: 'id',
  columns: {
    id: ['vendorid', 'supplierid', 'vendornumber', 'suppliernumber', ...ID],
    vendor: ['vendor', 'vendorname', 'supplier', 'suppliername', 'legalname'],
    product: ['product', 'productname', 'products', 'service'],
    host: ['website', 'domain', 'url', 'vendordomain', 'vendorurl', 'vendorwebsite'],
    spend: ['annualspend', 'spend', 'totalspend', 'ytdspend', 'spendlast12months', 'yearlyspend'],
    currency: CURRENCY,
    category: [...CATEGORY, 'vendorcategory', 'type', 'vendortype'],
    status: ['status', 'vendorstatus', 'approved'],
    owner: [...OWNER, 'relationshipowner', 'vendorowner', 'vendormanager'],
    department: DEPARTMENT,
  },
  required: [['vendor'], ['host', 'spend', 'category', 'status', 'id']],
  read: (row) => {
    const [vendor, host, name] = [textOf(row, 'vendor'), textOf(row, 'host'), textOf(row, 'product') ?? textOf(row, 'vendor')];
    if (vendor === null && host === null && name === null) return silent('NO_HOST');
    return saying(paid({ name, vendor, host, yearly: amountOf(row, 'spend'), details: { ...ownedBy(row, 'CONTRACT'), ...placed(row) } }));
  },
};

const ownedBy = (row: Raw, ownerBy: 'CONTRACT') => {
  const owner = textOf(row, 'owner');
  return owner === null ? {} : { owner, ownerBy };
};

const placed = (row: Raw) => ({ department: textOf(row, 'department'), category: textOf(row, 'category') });
