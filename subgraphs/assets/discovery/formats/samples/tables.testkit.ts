/** Small tables in the shapes that exports have; what is in them is made up. */
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

export const PROXY_CSV = lines('Time,User,Policy Action,URL,Client IP,Method,Upload Bytes', '2026-10-01 08:00:00,ana@acme.test,Allowed,drive.example.com/x,10.0.0.5,POST,"1,024"', '2026-10-01 08:00:01,ana@acme.test,Blocked,bad.example.com/x,10.0.0.5,GET,0'); // prettier-ignore

export const CRT_SH = JSON.stringify([
  { issuer_ca_id: 295814, issuer_name: "C=US, O=Let's Encrypt, CN=R11", common_name: 'shop.acme.com', name_value: '*.acme.com\nshop.acme.com', id: 1, entry_timestamp: '2026-09-01T10:00:00.123', not_before: '2026-09-01T09:00:00', not_after: '2026-11-30T09:00:00', serial_number: '04a' },
]); // prettier-ignore

export const CERTIFICATES_CSV = lines('Common Name;SANs;Issuer;Valid From;Valid To;Serial Number', 'vpn.acme.com;vpn.acme.com, vpn.acme.net;DigiCert;01.02.2026;01.02.2027;0A', 'printer;;Self;01.02.2026;01.02.2027;0B'); // prettier-ignore

export const CONTRACTS = lines('Contract ID,Vendor,Product,Start Date,End Date,Annual Value,Currency,Seats,Contract Owner,Status', 'C-1,Asana Inc,Asana,2026-01-01,2026-12-31,"$12,000.00",USD,40,fay@acme.test,Active', 'C-2,Box,,2024-01-01,2024-12-31,"€5.000,00",EUR,10,,Expired'); // prettier-ignore

export const EXPENSES = lines('Date,Employee,Merchant,Category,Description,Amount,Currency,Department', '10/05/2026,ana@acme.test,Miro,Software,Monthly subscription,16.00,EUR,Design', '10/06/2026,bo@acme.test,City Taxi,Travel,Airport,(32.50),EUR,Sales'); // prettier-ignore

export const VENDORS = lines('Vendor,Website,Category,Annual Spend,Relationship Owner', 'Atlassian,https://www.atlassian.com,Software,"48,000",gus@acme.test', ',,,,x'); // prettier-ignore

export const CMDB = lines(
  'sys_id,name,sys_class_name,operational_status,install_status,fqdn,owned_by,business_criticality,used_for,u_unknown',
  'a1,Billing,cmdb_ci_business_app,1,1,billing.acme.com,Hal,1 - most critical,Production,x',
  'a2,Old wiki,cmdb_ci_appl,1,7,,,,,',
  'a1,Billing,cmdb_ci_business_app,1,1,,,,,',
);

export const CMDB_JSON = JSON.stringify({
  result: [{ sys_id: { display_value: 'b1', value: 'b1' }, name: { display_value: 'Payroll', value: 'Payroll' }, sys_class_name: { display_value: 'Business Application', value: 'cmdb_ci_business_app' }, operational_status: { display_value: 'Operational', value: '1' } }],
}); // prettier-ignore

export const OSQUERY = JSON.stringify([
  { name: 'Slack.app', path: '/Applications/Slack.app', bundle_identifier: 'com.tinyspeck.slackmacgap', bundle_short_version: '4.39', last_opened_time: '1790000000.5' },
  { name: 'Safari.app', path: '/Applications/Safari.app', bundle_identifier: 'com.apple.Safari', bundle_short_version: '18.0', last_opened_time: '-1.0' },
]); // prettier-ignore

export const OSQUERY_LOG = lines(
  JSON.stringify({
    name: 'pack_it_programs',
    hostIdentifier: 'pc-1',
    calendarTime: 'Thu Oct  1 08:00:00 2026 UTC',
    unixTime: 1790000000,
    action: 'added',
    columns: { name: 'Zoom', version: '6.1', publisher: 'Zoom Video' },
  }),
  JSON.stringify({
    name: 'pack_it_programs',
    hostIdentifier: 'pc-1',
    unixTime: 1790000001,
    action: 'removed',
    columns: { name: 'ICQ', version: '1.0' },
  }),
  JSON.stringify({ name: 'uptime', hostIdentifier: 'pc-1', unixTime: 1790000002, action: 'snapshot', snapshot: [{ days: '3' }] }),
);

export const JAMF = JSON.stringify({
  totalCount: 1,
  results: [{ id: '1', udid: 'U', general: { name: 'mac-1', reportDate: '2026-10-01T00:00:00Z' }, applications: [{ name: 'Figma.app', path: '/Applications/Figma.app', version: '124', bundleId: 'com.figma.Desktop' }] }],
}); // prettier-ignore

export const INTUNE = JSON.stringify({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#deviceManagement/detectedApps',
  value: [{ id: 'd1', displayName: 'Dropbox', version: '200.1', sizeInByte: 0, deviceCount: 7, publisher: 'Dropbox, Inc.', platform: 'windows' }],
}); // prettier-ignore

export const BROWSER = lines('url,title,visit_count,last_visit_time,user', 'https://app.linear.app/acme,Inbox,12,2026-10-01T08:00:00Z,ana', 'chrome://settings,Settings,1,2026-10-01T08:01:00Z,ana'); // prettier-ignore

export const SAAS = lines('Application,Domain,Category,Users,Last Seen,Traffic', 'Trello,trello.com,Project management,14,2026-10-01,123456'); // prettier-ignore

export const ATTESTATIONS = lines('Vendor,Domain,Framework,Issued,Valid Until,Auditor', 'Notion Labs,notion.so,SOC 2 Type II,2026-01-31,2027-01-31,Schellman', 'Asana,asana.com,ISO 27001,2024-01-31,2025-01-31,BSI'); // prettier-ignore

export const ATTESTATIONS_JSON = JSON.stringify({ attestations: [{ attestation_id: 't1', asset_name: 'Slack', asset_domain: 'slack.com', attestation_type: 'SOC 2', valid_until: '2027-05-01', status: 'valid' }] }); // prettier-ignore

export const IDENTITY_APPS = lines('App name,App ID,SSO mode,Last sign-in,Assigned users', 'Zendesk,z1,SAML,2026-10-01T00:00:00Z,55', 'Wiki,z2,Password,,3'); // prettier-ignore

export const OAUTH_APPS = lines('App name,Type,ID,Access,Requested services,Users,Verified status', 'Calendly,Web,333.apps.googleusercontent.com,Limited,"Calendar, Contacts",21,Verified'); // prettier-ignore

export const TAG_EDITOR = lines('Identifier,Tag: Name,Service,Type,Region,Tag: owner,ARN', 'orders,orders,RDS,AWS::RDS::DBInstance,eu-west-1,ana@acme.test,arn:aws:rds:eu-west-1:123456789012:db:orders', 'sg-1,,EC2,AWS::EC2::SecurityGroup,eu-west-1,,arn:aws:ec2:eu-west-1:123456789012:security-group/sg-1'); // prettier-ignore

export const SIGN_INS = lines('Date (UTC),Request ID,User,Username,Application,Application ID,Resource,IP address,Location,Status,Sign-in error code', '2026-10-06T09:00:00Z,r-1,Bo,bo@acme.test,Notion,app-1,Microsoft Graph,203.0.113.8,"Oslo, NO",Success,', '2026-10-06T09:01:00Z,r-2,Bo,bo@acme.test,Notion,app-1,Microsoft Graph,203.0.113.8,"Oslo, NO",Failure,50126'); // prettier-ignore
