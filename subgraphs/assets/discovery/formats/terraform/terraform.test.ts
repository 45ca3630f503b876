import { describe, expect, test } from 'vitest';
import { evidenceOf, outcomesOf, readValue } from '../formats.testkit.ts';
import { TERRAFORM_3, TERRAFORM_4, TERRAFORM_SHOW } from '../samples/cloud.testkit.ts';

describe('a state of version 4', () => {
  test('every instance of every resource is counted, whoever provides it', async () => {
    const read = await readValue(TERRAFORM_4);
    expect(outcomesOf(read).toSorted()).toEqual([
      'CLOUD',
      'CLOUD',
      'CLOUD',
      'CLOUD',
      'CLOUD',
      'CLOUD',
      'COMPUTED',
      'CONFIGURATION',
      'IDP',
      'LOOKED_UP',
    ]);
    expect(read.records.map(({ record }) => record)).toContain('module.shop.aws_db_instance.orders[1]');
  });

  test('resources come with owner, environment, region and what they depend on', async () => {
    const [cache, run, machine, record, slack, database] = evidenceOf(await readValue(TERRAFORM_4));
    expect(cache).toMatchObject({ name: 'sessions' });
    expect(database).toMatchObject({
      name: 'orders-0',
      details: {
        owner: 'ana@acme.test',
        environment: 'prod',
        region: 'eu-west-1',
        category: 'aws_db_instance',
        relations: [{ kind: 'DEPENDS_ON', to: 'sessions' }],
        platform: 'aws',
        account: '123456789012',
      },
    });
    expect(run).toMatchObject({ name: 'api', details: { owner: 'checkout', region: 'europe-west1' } });
    expect(machine).toMatchObject({ name: 'vm1', details: { region: 'westeurope' } });
    expect(record).toMatchObject({ host: 'www.acme.com' });
    expect(slack).toMatchObject({ plane: 'IDP', name: 'Slack', hasSso: true, host: 'https://acme.slack.com/sso/saml' });
  });

  test('without attributes but an id, the end of the id is the name', async () => {
    const id = '/subscriptions/0/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/myVM';
    const resources = [{ mode: 'managed', type: 'azurerm_linux_virtual_machine', name: 'x', instances: [{ attributes: { id } }] }];
    expect(evidenceOf(await readValue({ version: 4, terraform_version: '1.0', resources }))).toMatchObject([{ name: 'myVM' }]);
  });
});

test('a state of version 3 has flat attributes, in modules by their path', async () => {
  const read = await readValue(TERRAFORM_3);
  expect(read.records.map(({ record }) => record)).toEqual(['data.aws_ami.base', 'module.db.aws_db_instance.main', 'aws_instance.web']);
  expect(evidenceOf(read)).toMatchObject([
    { name: 'main-db' },
    { name: 'web', details: { owner: 'ed@acme.test', region: 'us-east-1', tags: { Name: 'web' }, relations: [{ to: 'main' }] } },
  ]);
});

test('what show prints has modules in modules', async () => {
  const read = await readValue(TERRAFORM_SHOW);
  expect(read.records.map(({ record }) => record)).toEqual([
    'aws_sqs_queue.jobs',
    'module.a.aws_s3_bucket.logs',
    'module.a.module.b.aws_iam_role.r',
  ]);
  expect(outcomesOf(read)).toEqual(['CLOUD', 'CLOUD', 'CONFIGURATION']);
});

test('a state with nothing in it has no records, and is whole', async () => {
  expect(await readValue({ version: 4, terraform_version: '1.9.5', serial: 1, lineage: 'x', outputs: {}, resources: [] })).toEqual({
    code: 'TERRAFORM_STATE',
    records: [],
  });
});
