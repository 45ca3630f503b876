import { comparable } from '../identity/name.ts';

/** What types of resources end with that only say how others are wired, guarded or set up. */
const PLUMBING =
  /(?:policy|policies|policydocument|permissions?|rules?|attachment|association|assignment|binding|member|membership|grant|roles?|instanceprofile|users?|groups?|networkacl|acl|routetable|routes?|router|subnet|subnetwork|network|vpc|gateway|networkinterface|networkinterfacecard|nic|publicip|publicipaddress|eip|address|flowlog|vpcendpoint|privateendpoint|peering|firewall|keys?|keypair|sshkey|alias|version|configuration|config|configurationrecorder|deliverychannel|alarm|metricalert|listener|snapshot|image|ami|secrets?|secretversion|parameters?|certificatevalidation|document|volume|disk|launchtemplate|launchconfiguration|publicaccessblock|accesspoint|encryption|notification|lock|package|object|item|schedule|dashboard|project|projectservice|serviceaccount|providers?|oidcprovider)$/;

/** Whether resources of a type are settings and connections of others, not something that runs. @param type as `aws_iam_role`, `AWS::EC2::VPC`, `Microsoft.Network/virtualNetworks/subnets` */
export function isPlumbing(type: string): boolean {
  const words = type.split(/::|[:/.]/).at(-1) ?? type;
  return PLUMBING.test(comparable(words).replace(/(?:beta|v\d+)$/, ''));
}
