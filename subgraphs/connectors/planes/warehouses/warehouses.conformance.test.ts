import { generateKeyPairSync } from 'node:crypto';
import { bigqueryVendor } from '../../../../sandbox/planes/warehouse/bigquery.ts';
import { snowflakeVendor } from '../../../../sandbox/planes/warehouse/snowflake.ts';
import { warehouseTables } from '../../../../sandbox/planes/warehouse/tables.ts';
import { describeConformance } from '../../vendors/conformance/describe-conformance.testkit.ts';
import { bigquery } from './bigquery/bigquery.ts';
import { BIGQUERY_DESCRIPTOR } from './bigquery/descriptor.ts';
import { SNOWFLAKE_DESCRIPTOR } from './snowflake/descriptor.ts';
import { snowflake } from './snowflake/snowflake.ts';

const ORDERS = 2_600;
const EMAIL = 'reader@project.iam.gserviceaccount.example';
const pair = (): { publicKey: string; privateKey: string } =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }); // prettier-ignore
const known = pair();
const other = pair();
/** Those with a key: without one a read begins again, and nothing tells a record from its double. */
const keyed = () => warehouseTables(ORDERS).filter(({ key }) => key.length > 0);

describeConformance({
  kind: 'SNOWFLAKE',
  vendor: snowflake,
  descriptor: SNOWFLAKE_DESCRIPTOR,
  secret: known.privateKey,
  wrong: [other.privateKey],
  settings: { account: 'myorg-acme', user: 'reader', database: 'DB' },
  serve: () => ({
    sandbox: snowflakeVendor({
      account: 'myorg-acme',
      user: 'reader',
      publicKey: known.publicKey,
      database: 'DB',
      tables: keyed(),
      partitionRows: 1_500,
    }),
    growth: null,
  }),
});

const keyFile = (key: string): string =>
  JSON.stringify({ client_email: EMAIL, private_key: key, private_key_id: 'k1', token_uri: 'https://oauth2.example/token' });
describeConformance({
  kind: 'BIGQUERY',
  vendor: bigquery,
  descriptor: BIGQUERY_DESCRIPTOR,
  secret: keyFile(known.privateKey),
  wrong: [keyFile(other.privateKey)],
  settings: { project: 'acme-data', tokenAddress: '/token' },
  serve: () => ({
    sandbox: bigqueryVendor({ project: 'acme-data', email: EMAIL, publicKey: known.publicKey, tables: keyed() }),
    growth: null,
  }),
});
