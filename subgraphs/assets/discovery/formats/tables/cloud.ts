import { textOf } from '../../snapshot/fields.ts';
import { readArn } from '../aws/arn.ts';
import type { TableFormat } from '../format.ts';
import { inCloud, saying, silent } from '../outcome.ts';
import { isPlumbing } from '../plumbing.ts';

/** Resources as consoles of clouds export them. */
export const cloudResources: TableFormat = {
  kind: 'TABLE',
  code: 'CLOUD_RESOURCES',
  title: 'resources of clouds (CSV: name or id, type, region)',
  named: /resource|cloud|aws|azure|gcp|inventory/i,
  id: 'id',
  columns: {
    id: ['arn', 'resourcearn', 'resourceid', 'identifier', 'instanceid', 'id'],
    name: ['tagname', 'name', 'resourcename', 'displayname', 'instancename'],
    type: ['resourcetype', 'assettype', 'type', 'kind'],
    region: ['region', 'awsregion', 'location', 'zone', 'availabilityzone'],
    service: ['service'],
    platform: ['provider', 'cloud', 'cloudprovider', 'platform'],
    account: ['account', 'accountid', 'owneraccountid', 'subscription', 'subscriptionid', 'project', 'projectid', 'resourcegroup'],
    owner: ['tagowner', 'owner', 'tagteam', 'team'],
    environment: ['tagenvironment', 'tagenv', 'environment', 'env'],
    department: ['tagdepartment', 'department', 'tagcostcenter', 'costcenter'],
  },
  required: [['id', 'name'], ['type'], ['region']],
  read: (row) => {
    const [type, id] = [textOf(row, 'type'), textOf(row, 'id')];
    if (type !== null && isPlumbing(type)) return silent('CONFIGURATION');
    const owner = textOf(row, 'owner');
    const name = textOf(row, 'name') ?? readArn(id ?? '')?.name ?? id;
    if (name === null) return silent('NO_HOST');
    const details = {
      owner,
      ownerBy: owner === null ? null : ('TAG' as const),
      platform: textOf(row, 'platform') ?? (id?.startsWith('arn:') === true ? 'aws' : null),
      account: textOf(row, 'account'),
      region: textOf(row, 'region'),
      environment: textOf(row, 'environment'),
      department: textOf(row, 'department'),
      category: type,
    };
    return saying(inCloud({ name, details }));
  },
};
