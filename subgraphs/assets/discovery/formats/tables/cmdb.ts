import { type Raw, textOf } from '../../snapshot/fields.ts';
import type { TableFormat } from '../format.ts';
import { configured, saying, silent } from '../outcome.ts';
import { amountOf, partsOf } from './cells.ts';
import { DEPARTMENT, HOST, VENDOR } from './words.ts';

/** What ServiceNow's codes stand for, where an export writes codes. */
const OPERATIONAL: Readonly<Record<string, string>> = { 1: 'Operational', 2: 'Non-Operational', 3: 'Repair in Progress', 4: 'DR Standby', 5: 'Ready', 6: 'Retired', 7: 'Pipeline', 8: 'Catalog' }; // prettier-ignore
const INSTALL: Readonly<Record<string, string>> = { 1: 'Installed', 2: 'On Order', 3: 'In Maintenance', 4: 'Pending Install', 5: 'Pending Repair', 6: 'In Stock', 7: 'Retired', 8: 'Stolen', 100: 'Absent' }; // prettier-ignore
const RETIRED = /retired|absent|stolen|disposed|decommissioned/i;
const CLASSES: Readonly<Record<string, string>> = { cmdbcibusinessapp: 'Business Application', cmdbciappl: 'Application', cmdbciservice: 'Service', cmdbciserviceauto: 'Application Service', cmdbciserver: 'Server', cmdbcidatabase: 'Database' }; // prettier-ignore

/** Configuration items as ServiceNow and its like export them. */
export const cmdb: TableFormat = {
  kind: 'TABLE',
  code: 'CMDB',
  title: 'CMDB exports (CSV, JSON: name, class, status; ServiceNow style)',
  named: /cmdb|_ci\b|configuration|servicenow/i,
  id: 'id',
  columns: {
    id: ['sysid', 'ciid', 'correlationid', 'uniqueid', 'assettag', 'number', 'id'],
    name: ['name', 'displayname', 'ciname', 'configurationitem', 'applicationname', 'businessapplication', 'assetname'],
    class: ['sysclassname', 'class', 'citype', 'ciclass', 'applicationtype', 'configurationitemtype'],
    type: ['type', 'category', 'subcategory'],
    lifecycle: ['lifecyclestagestatus', 'lifecyclestage', 'lifecyclestatus', 'lifecyclestate', 'lifecycle'],
    operational: ['operationalstatus'],
    install: ['installstatus', 'installedstatus', 'hardwarestatus'],
    status: ['status', 'state'],
    host: [...HOST, 'dnsdomain', 'externalurl', 'uurl'],
    vendor: [...VENDOR, 'modelmanufacturer'],
    owner: ['ownedby', 'owner', 'applicationowner', 'itapplicationowner', 'businessowner', 'itowner', 'owneremail', 'managedby', 'assignedto', 'supportgroup', 'managedbygroup', 'assignmentgroup'], // prettier-ignore
    department: DEPARTMENT,
    environment: ['usedfor', 'environment', 'uenvironment', 'env'],
    tier: ['businesscriticality', 'criticality', 'tier', 'businesscriticalitylevel'],
    data: ['dataclassification', 'informationclassification', 'dataclass'],
    users: ['users', 'usercount', 'userbase', 'activeusercount'],
    depends: ['dependson', 'dependencies', 'upstream'],
  },
  required: [['name'], ['class', 'lifecycle', 'operational', 'install']],
  read: (row) => {
    const name = textOf(row, 'name');
    if (name === null) return silent('NO_HOST');
    const owner = textOf(row, 'owner');
    const written = textOf(row, 'class', 'type');
    return saying(
      configured({
        name,
        host: textOf(row, 'host'),
        vendor: textOf(row, 'vendor'),
        type: written === null ? null : (CLASSES[written.toLowerCase().replaceAll(/[^a-z]/g, '')] ?? written),
        lifecycle: lifecycleOf(row),
        details: {
          owner,
          ownerBy: owner === null ? null : 'CMDB',
          department: textOf(row, 'department'),
          environment: textOf(row, 'environment'),
          tier: textOf(row, 'tier'),
          dataClasses: partsOf(row, 'data'),
          users: amountOf(row, 'users'),
          relations: partsOf(row, 'depends').map((to) => ({ kind: 'DEPENDS_ON' as const, to })),
        },
      }),
    );
  },
};

/** The life-cycle where there is one, else whether it is operated, else installed; retired by any of them is retired. */
function lifecycleOf(row: Raw): string | null {
  const [operational, install] = [textOf(row, 'operational'), textOf(row, 'install')];
  const said = [
    textOf(row, 'lifecycle'),
    operational === null ? null : (OPERATIONAL[operational] ?? operational),
    install === null ? null : (INSTALL[install] ?? install),
    textOf(row, 'status'),
  ].filter((state) => state !== null);
  return said.find((state) => RETIRED.test(state)) ?? said[0] ?? null;
}
