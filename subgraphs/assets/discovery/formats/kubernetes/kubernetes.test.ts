import { expect, test } from 'vitest';
import { evidenceOf, outcomesOf, readText, readValue } from '../formats.testkit.ts';
import { KUBERNETES } from '../samples/cloud.testkit.ts';

test('workloads, services and hosts run; settings and replicas say nothing', async () => {
  const read = await readValue(KUBERNETES);
  expect(outcomesOf(read)).toEqual(['CONFIGURATION', 'CLOUD', 'CLOUD', 'PART_OF_ANOTHER', 'DISCOVERY', 'CLOUD CLOUD', 'CONFIGURATION']);
  const [deployment, pod, mail, ...hosts] = evidenceOf(read);
  expect(deployment).toMatchObject({
    record: 'Deployment shop orders',
    name: 'orders',
    details: {
      owner: 'checkout@acme.test',
      software: 'ghcr.io/acme/orders:1.4',
      tags: { namespace: 'shop' },
      relations: [{ kind: 'DEPENDS_ON', to: 'orders' }],
    },
  });
  expect(pod).toMatchObject({ name: 'orders' });
  expect(mail).toMatchObject({ plane: 'DISCOVERY', source: 'kubernetes', host: 'smtp.sendgrid.net' });
  expect(hosts.map(({ host }) => host)).toEqual(['shop.acme.com', 'api.acme.com']);
});

test('lists of a kind, single objects and objects by line are read alike', async () => {
  const [, deployment] = KUBERNETES.items;
  const alone = evidenceOf(await readValue(deployment));
  expect(alone).toHaveLength(1);
  expect(evidenceOf(await readValue({ apiVersion: 'apps/v1', kind: 'DeploymentList', items: [deployment] }))).toEqual(alone);
  const lines = KUBERNETES.items.map((item) => JSON.stringify(item)).join('\n');
  expect(evidenceOf(await readText(lines))).toEqual(evidenceOf(await readValue(KUBERNETES)));
  const documents = KUBERNETES.items.map((item) => JSON.stringify(item, null, 2)).join('\n');
  expect(evidenceOf(await readText(documents))).toEqual(evidenceOf(await readValue(KUBERNETES)));
});

test('objects of a list that names their kind once are told by what they specify', async () => {
  const items = [
    {
      metadata: { name: 'orders', namespace: 'shop' },
      spec: { replicas: 2, template: { spec: { containers: [{ image: 'acme/orders:1' }] } } },
    },
    { metadata: { name: 'settings', namespace: 'shop' }, data: {} },
  ];
  const read = await readValue({ apiVersion: 'apps/v1', kind: 'DeploymentList', items });
  expect(outcomesOf(read)).toEqual(['CLOUD', 'CONFIGURATION']);
  expect(evidenceOf(read)).toMatchObject([{ record: 'Deployment shop orders', name: 'orders', details: { software: 'acme/orders:1' } }]);
});
