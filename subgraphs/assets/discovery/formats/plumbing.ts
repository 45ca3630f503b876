import { comparable } from '../identity/name.ts';

/** What ends types of resources that only say how others are wired, guarded or set up, by letters and digits. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  rules: ['policy', 'policies', 'policydocument', 'permission', 'rule', 'grant', 'binding', 'role', 'member', 'membership', 'assignment', 'acl', 'firewall', 'lock', 'publicaccessblock', 'provider'], // prettier-ignore
  people: ['user', 'serviceaccount', 'instanceprofile', 'iamgroup', 'usergroup'],
  connections: ['attachment', 'association', 'peering', 'listener', 'alias', 'subnet', 'subnetwork', 'network', 'vpc', 'networkinterface', 'nic', 'route', 'router', 'routetable', 'internetgateway', 'natgateway', 'vpngateway', 'networkgateway', 'transitgateway', 'customergateway', 'vpcendpoint', 'privateendpoint', 'address', 'eip', 'publicip', 'flowlog', 'accesspoint'], // prettier-ignore
  groups: ['securitygroup', 'resourcegroup', 'loggroup', 'subnetgroup', 'parametergroup', 'optiongroup', 'targetgroup', 'nodegroup', 'placementgroup', 'managementgroup', 'actiongroup', 'instancegroup'], // prettier-ignore
  settings: ['configuration', 'config', 'configurationrecorder', 'deliverychannel', 'encryption', 'notification', 'schedule', 'template', 'version', 'dashboard', 'alarm', 'alert', 'project', 'projectservice', 'document', 'parameter', 'certificatevalidation'], // prettier-ignore
  parts: ['volume', 'disk', 'snapshot', 'image', 'ami', 'object', 'item', 'package', 'key', 'keypair', 'secret', 'secretversion'],
};
const PLUMBING = new RegExp(`(?:${Object.values(ENDINGS).flat().join('|')}|^group)s?$`);

/** Whether resources of a type are settings and connections of others, not something that runs. @param type as `aws_iam_role`, `AWS::EC2::VPC`, `Microsoft.Network/virtualNetworks/subnets` */
export function isPlumbing(type: string): boolean {
  const word = comparable(type.split(/::|[:/.]/).at(-1) ?? type);
  return PLUMBING.test(word.replace(/(?:beta|v\d+)$/, ''));
}
