import type { Company } from '../company/company.ts';
import { addDays, isoDay } from '../company/calendar.ts';
import { nameIn } from '../company/names.ts';
import { randomOf } from '../company/random.ts';
import type { Row } from './tables.ts';

/** `[name, type, label]`, a reference with its target; booleans are 0 and 1 in the tables. */
export type Field = readonly [name: string, type: string, label: string, referenceTo?: string];

export interface SalesforceObject {
  name: string;
  label: string;
  custom: boolean;
  fields: readonly Field[];
  rows: readonly Row[];
}

const PREFIX = { Account: '001', Opportunity: '006', User: '005', Customer_Health__c: 'a01' } as const;

/** A record id as Salesforce writes it: 18 characters, the object's prefix first. */
export const salesforceId = (object: keyof typeof PREFIX, index: number): string =>
  `${PREFIX[object]}Hy00000${String(index + 1).padStart(5, '0')}QAB`;
const stamp = (at: Date): string => at.toISOString().replace('Z', '+0000');

/** The company as its CRM holds it. */
export function salesforceObjects(company: Company): SalesforceObject[] {
  const random = randomOf(`${company.seed}:salesforce`);
  const { today } = company;
  const served = new Set(company.subscriptions.filter(({ end }) => end === null).map(({ account }) => account));
  const ever = new Set(company.subscriptions.map(({ account }) => account));
  const audited = (created: Date, modified: Date): Row => ({ CreatedDate: stamp(created), LastModifiedDate: stamp(modified), SystemModstamp: stamp(modified), IsDeleted: 0 }); // prettier-ignore
  const users = company.people.map((one): Row => ({
    Id: salesforceId('User', one.index), Username: one.email, Name: `${one.first} ${one.last}`, FirstName: one.first, LastName: one.last, Email: one.email,
    Title: one.title, Department: one.department, IsActive: one.active ? 1 : 0, ManagerId: one.index < 3 ? null : salesforceId('User', one.index % 3),
    ...audited(one.since, one.since),
  })); // prettier-ignore
  const accounts = company.accounts.map((one): Row => ({
    Id: salesforceId('Account', one.index), Name: nameIn('CRM', one.name, random),
    Type: one.kind !== 'REAL' ? null : served.has(one.index) ? 'Customer' : ever.has(one.index) ? 'Former Customer' : 'Prospect',
    Industry: one.industry !== null && random.chance(0.04) ? one.industry.toLowerCase() : one.industry,
    Segment__c: one.segment, NumberOfEmployees: one.employees === 0 ? null : one.employees,
    AnnualRevenue: random.chance(0.08) ? null : one.employees * 140_000,
    Website: random.chance(0.1) ? null : `https://www.${one.name.domain}`, Phone: random.chance(0.2) ? null : `+1 555 ${String(1_000_000 + one.index * 7_919).slice(0, 7)}`,
    BillingCity: one.city, BillingCountry: random.chance(0.05) && one.country === 'United States' ? 'USA' : one.country, Region__c: one.region,
    AccountSource: one.source, OwnerId: salesforceId('User', one.owner), ParentId: null, ...audited(one.since, addDays(today, -random.int(0, 200))),
  })); // prettier-ignore
  const opportunities = company.opportunities.map((one): Row => {
    const account = company.accounts[one.account];
    const closed = one.stage.startsWith('Closed');
    return {
      Id: salesforceId('Opportunity', one.index), Name: one.test ? 'TEST – ignore' : `${account?.name.stem ?? ''} – ${one.type}`,
      AccountId: salesforceId('Account', one.account), StageName: one.stage, Amount: one.amount, Probability: one.probability * 100,
      ExpectedRevenue: one.amount === null ? null : Math.round(one.amount * one.probability * 100) / 100, CloseDate: isoDay(one.close),
      Type: one.type, LeadSource: one.source, ForecastCategoryName: closed ? (one.probability === 1 ? 'Closed' : 'Omitted') : one.probability >= 0.7 ? 'Commit' : one.probability >= 0.4 ? 'Best Case' : 'Pipeline',
      IsClosed: closed ? 1 : 0, IsWon: one.stage === 'Closed Won' ? 1 : 0, Loss_Reason__c: one.lossReason, NextStep: one.nextStep,
      LastActivityDate: isoDay(one.lastActivity), OwnerId: salesforceId('User', one.owner), ...audited(one.created, one.lastActivity > one.created ? one.lastActivity : one.created),
    };
  }); // prettier-ignore
  const health = company.health.map((one): Row => ({
    Id: salesforceId('Customer_Health__c', one.index), Name: `CH-${String(one.index + 1).padStart(5, '0')}`, Account__c: salesforceId('Account', one.account),
    Month__c: isoDay(one.month), Health_Score__c: one.score, Status__c: one.status, NPS__c: one.nps, Churn_Risk__c: Math.round(one.churnRisk * 100),
    Active_Users__c: one.activeUsers, Usage_Change__c: one.usageChange === null ? null : Math.round(one.usageChange * 1_000) / 10, Tickets_Opened__c: one.tickets,
    SLA_Breaches__c: one.slaBreaches, Unpaid_Invoices__c: one.unpaidInvoices, ...audited(one.month, one.month),
  })); // prettier-ignore
  return [
    { name: 'Account', label: 'Account', custom: false, rows: accounts, fields: [['Id', 'id', 'Account ID'], ['Name', 'string', 'Account Name'], ['Type', 'picklist', 'Account Type'], ['Industry', 'picklist', 'Industry'], ['Segment__c', 'picklist', 'Segment'], ['NumberOfEmployees', 'int', 'Employees'], ['AnnualRevenue', 'currency', 'Annual Revenue'], ['Website', 'url', 'Website'], ['Phone', 'phone', 'Account Phone'], ['BillingAddress', 'address', 'Billing Address'], ['BillingCity', 'string', 'Billing City'], ['BillingCountry', 'string', 'Billing Country'], ['Region__c', 'picklist', 'Region'], ['AccountSource', 'picklist', 'Account Source'], ['OwnerId', 'reference', 'Owner ID', 'User'], ['ParentId', 'reference', 'Parent Account ID', 'Account'], ...AUDIT] },
    { name: 'Opportunity', label: 'Opportunity', custom: false, rows: opportunities, fields: [['Id', 'id', 'Opportunity ID'], ['Name', 'string', 'Name'], ['AccountId', 'reference', 'Account ID', 'Account'], ['StageName', 'picklist', 'Stage'], ['Amount', 'currency', 'Amount'], ['Probability', 'percent', 'Probability (%)'], ['ExpectedRevenue', 'currency', 'Expected Amount'], ['CloseDate', 'date', 'Close Date'], ['Type', 'picklist', 'Opportunity Type'], ['LeadSource', 'picklist', 'Lead Source'], ['ForecastCategoryName', 'picklist', 'Forecast Category'], ['IsClosed', 'boolean', 'Closed'], ['IsWon', 'boolean', 'Won'], ['Loss_Reason__c', 'picklist', 'Loss Reason'], ['NextStep', 'string', 'Next Step'], ['LastActivityDate', 'date', 'Last Activity'], ['OwnerId', 'reference', 'Owner ID', 'User'], ...AUDIT] },
    { name: 'User', label: 'User', custom: false, rows: users, fields: [['Id', 'id', 'User ID'], ['Username', 'string', 'Username'], ['Name', 'string', 'Full Name'], ['FirstName', 'string', 'First Name'], ['LastName', 'string', 'Last Name'], ['Email', 'email', 'Email'], ['Title', 'string', 'Title'], ['Department', 'string', 'Department'], ['IsActive', 'boolean', 'Active'], ['ManagerId', 'reference', 'Manager ID', 'User'], ...AUDIT] },
    { name: 'Customer_Health__c', label: 'Customer Health', custom: true, rows: health, fields: [['Id', 'id', 'Record ID'], ['Name', 'string', 'Health Number'], ['Account__c', 'reference', 'Account', 'Account'], ['Month__c', 'date', 'Month'], ['Health_Score__c', 'double', 'Health Score'], ['Status__c', 'picklist', 'Health Status'], ['NPS__c', 'double', 'NPS'], ['Churn_Risk__c', 'percent', 'Churn Risk'], ['Active_Users__c', 'double', 'Active Users'], ['Usage_Change__c', 'percent', 'Usage Change'], ['Tickets_Opened__c', 'double', 'Tickets Opened'], ['SLA_Breaches__c', 'double', 'SLA Breaches'], ['Unpaid_Invoices__c', 'double', 'Unpaid Invoices'], ...AUDIT] },
  ]; // prettier-ignore
}

const AUDIT: readonly Field[] = [['CreatedDate', 'datetime', 'Created Date'], ['LastModifiedDate', 'datetime', 'Last Modified Date'], ['SystemModstamp', 'datetime', 'System Modstamp'], ['IsDeleted', 'boolean', 'Deleted']]; // prettier-ignore
