import { cloudTrail } from './aws/cloudtrail.ts';
import { awsConfig } from './aws/config.ts';
import { awsListings } from './aws/listings.ts';
import { cloudListings } from './cloud-listings.ts';
import { endpoints } from './endpoints.ts';
import type { Format } from './format.ts';
import { entraApplications, entraGrants, entraSignIns } from './identity/entra.ts';
import { googleWorkspace } from './identity/google.ts';
import { oktaApps, oktaGrants, oktaLog } from './identity/okta.ts';
import { kubernetes } from './kubernetes/kubernetes.ts';
import { commonLog } from './network/common-log.ts';
import { squid } from './network/squid.ts';
import { w3c } from './network/w3c.ts';
import { zeek, zeekJson } from './network/zeek.ts';
import { cloudResources } from './tables/cloud.ts';
import { cmdb } from './tables/cmdb.ts';
import { contracts, transactions, vendors } from './tables/finance.ts';
import { identityApps, logIns, oauthApps } from './tables/identity.ts';
import { observations, proxyTable } from './tables/observations.ts';
import { attestations, certificates } from './tables/security.ts';
import { software } from './tables/software.ts';
import { terraformState } from './terraform/state.ts';

/** What can be read besides snapshots. Of documents the first format that knows one reads it: those with plain marks come first. */
export const FORMATS: readonly Format[] = [
  cloudTrail,
  awsConfig,
  terraformState,
  kubernetes,
  oktaApps,
  oktaLog,
  oktaGrants,
  entraApplications,
  entraSignIns,
  entraGrants,
  googleWorkspace,
  cloudListings,
  endpoints,
  zeekJson,
  awsListings,
  zeek,
  w3c,
  squid,
  commonLog,
  certificates,
  contracts,
  transactions,
  vendors,
  cmdb,
  software,
  observations,
  proxyTable,
  identityApps,
  logIns,
  oauthApps,
  attestations,
  cloudResources,
];
