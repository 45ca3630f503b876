import { addDays, isoDay } from '../../company/calendar.ts';
import type { Company } from '../../company/company.ts';
import type { Contact } from '../../company/contacts.ts';
import type { Opportunity } from '../../company/opportunities.ts';
import { randomOf } from '../../company/random.ts';
import { PLANS } from '../../company/subscriptions.ts';
import { nameAt } from '../from-name.ts';
import type { Derived, Tables } from '../records.ts';

const PREFIX = { Account: '001', Contact: '003', Opportunity: '006', OpportunityLineItem: '00k', Product2: '01t', User: '005', Customer_Health__c: 'a01', ApexClass: '01p' } as const; // prettier-ignore
const OPENED = new Date(Date.UTC(2020, 0, 6));
/** Deals of so many have products entered. */
const WITH_PRODUCTS = 3;

/** A record id as Salesforce writes it: 18 characters, the object's prefix first. */
export const salesforceId = (object: keyof typeof PREFIX, index: number): string =>
  `${PREFIX[object]}Hy00000${String(index + 1).padStart(5, '0')}QAB`;

const latest = (...dates: readonly Date[]): Date => new Date(Math.max(...dates.map((at) => at.getTime())));
const record = (id: string, created: Date, updated: Date, data: Readonly<Record<string, string | number | null>>): Derived => ({ id, created, updated, data: { Id: id, ...data } }); // prettier-ignore

/** The company as its CRM holds it; booleans are 0 and 1. */
export function salesforceTables(company: Company): Tables {
  return {
    Account: accounts(company),
    Contact: company.contacts.map((one) => contact(one, company)),
    Opportunity: company.opportunities.map((one) => opportunity(one, company)),
    OpportunityLineItem: company.opportunities.filter(({ index, amount }) => index % WITH_PRODUCTS === 0 && amount !== null).map(lineItem),
    Product2: Object.entries(PLANS).map(([plan], n) => record(salesforceId('Product2', n), addDays(OPENED, n), addDays(OPENED, n), { Name: `Halyard ${plan}`, ProductCode: `HY-${plan.toUpperCase()}`, Family: 'Subscription', IsActive: 1 })), // prettier-ignore
    User: company.people.map((one) =>
      record(salesforceId('User', one.index), one.since, one.since, {
        Username: one.email, Name: `${one.first} ${one.last}`, FirstName: one.first, LastName: one.last, Email: one.email,
        Title: one.title, Department: one.department, IsActive: one.active ? 1 : 0, ManagerId: one.index < 3 ? null : salesforceId('User', one.index % 3),
      })), // prettier-ignore
    Customer_Health__c: company.health.map((one) =>
      record(salesforceId('Customer_Health__c', one.index), one.month, one.month, {
        Name: `CH-${String(one.index + 1).padStart(5, '0')}`, Account__c: salesforceId('Account', one.account), Month__c: isoDay(one.month), Health_Score__c: one.score, Status__c: one.status, NPS__c: one.nps,
        Churn_Risk__c: Math.round(one.churnRisk * 100), Active_Users__c: one.activeUsers, Usage_Change__c: one.usageChange === null ? null : Math.round(one.usageChange * 1_000) / 10,
        Tickets_Opened__c: one.tickets, SLA_Breaches__c: one.slaBreaches, Unpaid_Invoices__c: one.unpaidInvoices,
      })), // prettier-ignore
    ApexClass: [record(salesforceId('ApexClass', 0), OPENED, OPENED, { Name: 'HealthScore', ApiVersion: 62 })],
  };
}

function accounts({ seed, accounts: list, subscriptions, removed, begun }: Company): Derived[] {
  const served = new Set(subscriptions.filter(({ end }) => end === null).map(({ account }) => account));
  const ever = new Set(subscriptions.map(({ account }) => account));
  const gone = new Set(removed.flatMap(({ kind, index }) => (kind === 'account' ? [index] : [])));
  return list.filter(({ index }) => !gone.has(index)).map((one) => {
    const random = randomOf(`${seed}:salesforce:${one.index}`);
    const place = one.country === 'United States' && random.chance(0.05) ? 'USA' : one.country;
    const touched = latest(one.since, addDays(begun, -random.int(0, 200)));
    return record(salesforceId('Account', one.index), one.since, touched, {
      Name: nameAt(seed, 'CRM', one.index, one.name), Type: one.kind !== 'REAL' ? null : served.has(one.index) ? 'Customer' : ever.has(one.index) ? 'Former Customer' : 'Prospect',
      Industry: one.industry !== null && random.chance(0.04) ? one.industry.toLowerCase() : one.industry, Segment__c: one.segment, NumberOfEmployees: one.employees === 0 ? null : one.employees,
      AnnualRevenue: random.chance(0.08) ? null : one.employees * 140_000, Website: random.chance(0.1) ? null : `https://www.${one.name.domain}`,
      Phone: random.chance(0.2) ? null : `+1 555 ${String(1_000_000 + one.index * 7_919).slice(0, 7)}`, BillingCity: one.city, BillingCountry: place, Region__c: one.region,
      AccountSource: one.source, OwnerId: salesforceId('User', one.owner), ParentId: null, MasterRecordId: null,
    });
  }); // prettier-ignore
}

function contact(one: Contact, { accounts: list }: Company): Derived {
  return record(salesforceId('Contact', one.index), one.since, one.since, {
    AccountId: salesforceId('Account', one.account), FirstName: one.first, LastName: one.last, Name: `${one.first} ${one.last}`, Email: one.email, Phone: one.phone, Title: one.title,
    HasOptedOutOfEmail: one.subscribed ? 0 : 1, OwnerId: salesforceId('User', list[one.account]?.owner ?? 0),
  }); // prettier-ignore
}

function opportunity(one: Opportunity, company: Company): Derived {
  const closed = one.stage.startsWith('Closed');
  return record(salesforceId('Opportunity', one.index), one.created, latest(one.created, one.lastActivity), {
    Name: one.test ? 'TEST – ignore' : `${company.accounts[one.account]?.name.stem ?? ''} – ${one.type}`, AccountId: salesforceId('Account', one.account), StageName: one.stage,
    Amount: one.amount, Probability: one.probability * 100, ExpectedRevenue: one.amount === null ? null : Math.round(one.amount * one.probability * 100) / 100, CloseDate: isoDay(one.close),
    Type: one.type, LeadSource: one.source, ForecastCategoryName: closed ? (one.probability === 1 ? 'Closed' : 'Omitted') : one.probability >= 0.7 ? 'Commit' : one.probability >= 0.4 ? 'Best Case' : 'Pipeline',
    IsClosed: closed ? 1 : 0, IsWon: one.stage === 'Closed Won' ? 1 : 0, Loss_Reason__c: one.lossReason, NextStep: one.nextStep, LastActivityDate: isoDay(one.lastActivity), OwnerId: salesforceId('User', one.owner),
  }); // prettier-ignore
}

function lineItem({ index, amount, created }: Opportunity): Derived {
  const total = amount ?? 0;
  return record(salesforceId('OpportunityLineItem', index), created, created, { OpportunityId: salesforceId('Opportunity', index), Product2Id: salesforceId('Product2', index % 4), Quantity: 1, UnitPrice: total, TotalPrice: total }); // prettier-ignore
}
