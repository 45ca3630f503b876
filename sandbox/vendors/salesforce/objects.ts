import type { Described } from '../drifted-names.ts';

/** `[name, type, label]`, a reference with its target. */
export type Field = readonly [name: string, type: string, label: string, referenceTo?: string];

export interface SalesforceObject {
  name: string;
  label: string;
  custom: boolean;
  fields: readonly Field[];
}

const AUDIT: readonly Field[] = [['CreatedDate', 'datetime', 'Created Date'], ['LastModifiedDate', 'datetime', 'Last Modified Date'], ['SystemModstamp', 'datetime', 'System Modstamp'], ['IsDeleted', 'boolean', 'Deleted']]; // prettier-ignore
const object = (name: string, label: string, fields: readonly Field[]): SalesforceObject => ({ name, label, custom: name.endsWith('__c'), fields: [['Id', 'id', `${label} ID`], ...fields, ...AUDIT] }); // prettier-ignore

/** What describe tells: the objects that hold something, some that do not, and some that exist for others only. */
export const OBJECTS: readonly SalesforceObject[] = [
  object('Account', 'Account', [['Name', 'string', 'Account Name'], ['Type', 'picklist', 'Account Type'], ['Industry', 'picklist', 'Industry'], ['Segment__c', 'picklist', 'Segment'], ['NumberOfEmployees', 'int', 'Employees'], ['AnnualRevenue', 'currency', 'Annual Revenue'], ['Website', 'url', 'Website'], ['Phone', 'phone', 'Account Phone'], ['BillingAddress', 'address', 'Billing Address'], ['BillingCity', 'string', 'Billing City'], ['BillingCountry', 'string', 'Billing Country'], ['Region__c', 'picklist', 'Region'], ['AccountSource', 'picklist', 'Account Source'], ['OwnerId', 'reference', 'Owner ID', 'User'], ['ParentId', 'reference', 'Parent Account ID', 'Account'], ['MasterRecordId', 'reference', 'Master Record ID', 'Account']]),
  object('Contact', 'Contact', [['AccountId', 'reference', 'Account ID', 'Account'], ['FirstName', 'string', 'First Name'], ['LastName', 'string', 'Last Name'], ['Name', 'string', 'Full Name'], ['Email', 'email', 'Email'], ['Phone', 'phone', 'Business Phone'], ['Title', 'string', 'Title'], ['HasOptedOutOfEmail', 'boolean', 'Email Opt Out'], ['MailingAddress', 'address', 'Mailing Address'], ['OwnerId', 'reference', 'Owner ID', 'User']]),
  object('Lead', 'Lead', []),
  object('Opportunity', 'Opportunity', [['Name', 'string', 'Name'], ['AccountId', 'reference', 'Account ID', 'Account'], ['StageName', 'picklist', 'Stage'], ['Amount', 'currency', 'Amount'], ['Probability', 'percent', 'Probability (%)'], ['ExpectedRevenue', 'currency', 'Expected Amount'], ['CloseDate', 'date', 'Close Date'], ['Type', 'picklist', 'Opportunity Type'], ['LeadSource', 'picklist', 'Lead Source'], ['ForecastCategoryName', 'picklist', 'Forecast Category'], ['IsClosed', 'boolean', 'Closed'], ['IsWon', 'boolean', 'Won'], ['Loss_Reason__c', 'picklist', 'Loss Reason'], ['NextStep', 'string', 'Next Step'], ['LastActivityDate', 'date', 'Last Activity'], ['OwnerId', 'reference', 'Owner ID', 'User']]),
  object('OpportunityLineItem', 'Opportunity Product', [['OpportunityId', 'reference', 'Opportunity ID', 'Opportunity'], ['Product2Id', 'reference', 'Product ID', 'Product2'], ['Quantity', 'double', 'Quantity'], ['UnitPrice', 'currency', 'Sales Price'], ['TotalPrice', 'currency', 'Total Price']]),
  object('Product2', 'Product', [['Name', 'string', 'Product Name'], ['ProductCode', 'string', 'Product Code'], ['Family', 'picklist', 'Product Family'], ['IsActive', 'boolean', 'Active']]),
  object('User', 'User', [['Username', 'string', 'Username'], ['Name', 'string', 'Full Name'], ['FirstName', 'string', 'First Name'], ['LastName', 'string', 'Last Name'], ['Email', 'email', 'Email'], ['Title', 'string', 'Title'], ['Department', 'string', 'Department'], ['IsActive', 'boolean', 'Active'], ['ManagerId', 'reference', 'Manager ID', 'User']]),
  object('Customer_Health__c', 'Customer Health', [['Name', 'string', 'Health Number'], ['Account__c', 'reference', 'Account', 'Account'], ['Month__c', 'date', 'Month'], ['Health_Score__c', 'double', 'Health Score'], ['Status__c', 'picklist', 'Health Status'], ['NPS__c', 'double', 'NPS'], ['Churn_Risk__c', 'percent', 'Churn Risk'], ['Active_Users__c', 'double', 'Active Users'], ['Usage_Change__c', 'percent', 'Usage Change'], ['Tickets_Opened__c', 'double', 'Tickets Opened'], ['SLA_Breaches__c', 'double', 'SLA Breaches'], ['Unpaid_Invoices__c', 'double', 'Unpaid Invoices']]),
  object('Case', 'Case', [['Subject', 'string', 'Subject'], ['AccountId', 'reference', 'Account ID', 'Account']]),
  object('Solution', 'Solution', [['SolutionName', 'string', 'Title']]),
  object('AccountHistory', 'Account History', [['AccountId', 'reference', 'Account ID', 'Account'], ['Field', 'picklist', 'Changed Field']]),
  object('Customer_Health__Share', 'Share: Customer Health', [['ParentId', 'reference', 'Parent ID', 'Customer_Health__c']]),
  object('ApexClass', 'Apex Class', [['Name', 'string', 'Name'], ['ApiVersion', 'double', 'Api Version']]),
]; // prettier-ignore

const TYPES = { TEXT: 'string', NUMBER: 'double', BOOLEAN: 'boolean', EPOCH: 'double', ISO: 'datetime' } as const;

/** How fields are described after they were renamed, retyped or added. */
export const DESCRIBED: Described<Field> = {
  nameOf: ([name]) => name,
  as: (field, name, type) => {
    const [, was = 'string', label = name, target] = field ?? [];
    return [name, type === null ? was : TYPES[type], label, ...(target === undefined ? [] : [target])] as unknown as Field;
  },
};
