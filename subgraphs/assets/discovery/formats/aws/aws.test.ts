import { describe, expect, test } from 'vitest';
import { evidenceOf, outcomesOf, readValue } from '../formats.testkit.ts';
import { AWS_CONFIG, AWS_EXPLORER, AWS_INSTANCES, AWS_TAGGING, CLOUD_TRAIL } from '../samples/cloud.testkit.ts';
import { readArn } from './arn.ts';

describe('CloudTrail', () => {
  test('every event is an observation of AWS, with what it names; failed calls say nothing, what was deleted does not run', async () => {
    const read = await readValue(CLOUD_TRAIL);
    expect(outcomesOf(read)).toEqual(['DISCOVERY CLOUD', 'DISCOVERY CLOUD', 'DISCOVERY', 'FAILED', 'DISCOVERY']);
    const [seen, bucket] = evidenceOf(read);
    expect(seen).toMatchObject({
      record: 'e-1',
      host: 's3.amazonaws.com',
      vendor: 'Amazon Web Services',
      source: 'cloud_api',
      at: Date.parse('2026-10-01T08:00:00Z'),
      details: { user: 'ana', region: 'eu-west-1' },
    });
    expect(bucket).toMatchObject({ plane: 'CLOUD', name: 'invoices-archive', vendor: null, details: { region: 'eu-west-1' } });
  });

  test('what lookup-events prints is the same log', async () => {
    const events = CLOUD_TRAIL.Records.map((record) => ({
      EventId: record.eventID,
      EventName: record.eventName,
      CloudTrailEvent: JSON.stringify(record),
    }));
    expect(evidenceOf(await readValue({ Events: events }))).toEqual(evidenceOf(await readValue(CLOUD_TRAIL)));
  });

  test('an event that comes twice is refused the second time', async () => {
    const [first] = CLOUD_TRAIL.Records;
    expect(outcomesOf(await readValue({ Records: [first, first] }))).toEqual(['DISCOVERY CLOUD', 'DUPLICATE_ID']);
  });
});

describe('AWS Config', () => {
  test('resources come with their tags, region and owner; deleted ones and wiring say nothing', async () => {
    const read = await readValue(AWS_CONFIG);
    expect(outcomesOf(read)).toEqual(['CLOUD', 'CONFIGURATION', 'DELETED']);
    expect(evidenceOf(read)[0]).toMatchObject({
      name: 'orders-db',
      details: {
        owner: 'ana@acme.test',
        ownerBy: 'TAG',
        department: 'Sales',
        environment: 'prod',
        region: 'eu-west-1',
        relations: [{ kind: 'DEPENDS_ON', to: 'vpc-1' }],
      },
    });
  });

  test('a history has a resource as often as it changed', async () => {
    const [item] = AWS_CONFIG.configurationItems;
    const changed = { ...item, configurationStateId: 2 };
    expect(outcomesOf(await readValue({ fileVersion: '1.0', configurationItems: [item, changed, changed] }))).toEqual([
      'CLOUD',
      'CLOUD',
      'DUPLICATE_ID',
    ]);
  });

  test('discovered resources and queries over them', async () => {
    const identifiers = { resourceIdentifiers: [{ resourceType: 'AWS::S3::Bucket', resourceId: 'logs', resourceName: 'logs' }] };
    expect(evidenceOf(await readValue(identifiers))[0]?.name).toBe('logs');
    const results = {
      Results: [JSON.stringify({ resourceType: 'AWS::S3::Bucket', resourceId: 'logs', awsRegion: 'us-east-1' })],
      QueryInfo: {},
    };
    expect(evidenceOf(await readValue(results))[0]).toMatchObject({ name: 'logs', details: { region: 'us-east-1' } });
  });
});

describe('listings of the command line', () => {
  test('instances stand in reservations and go by their name tag', async () => {
    const said = evidenceOf(await readValue(AWS_INSTANCES));
    expect(said).toMatchObject([{ name: 'bastion', details: { region: 'eu-west-1', owner: 'platform' } }, { name: 'i-2' }]);
  });

  test('the Tagging API and Resource Explorer name resources by ARN', async () => {
    expect(evidenceOf(await readValue(AWS_TAGGING))).toMatchObject([
      { name: 'resize', details: { owner: 'bo@acme.test', region: 'us-east-1' } },
    ]);
    expect(evidenceOf(await readValue(AWS_EXPLORER))).toMatchObject([
      { name: 'carts', details: { owner: 'cy@acme.test', region: 'us-east-1' } },
    ]);
  });

  test.each([
    [{ TableNames: ['carts', 'users'] }, ['carts', 'users']],
    [{ QueueUrls: ['https://sqs.eu-west-1.amazonaws.com/123456789012/jobs'] }, ['jobs']],
    [{ clusterArns: ['arn:aws:ecs:eu-west-1:123456789012:cluster/main'] }, ['main']],
    [{ clusters: ['prod'] }, ['prod']],
    [{ Topics: [{ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:alerts' }] }, ['alerts']],
    [{ Buckets: [{ Name: 'logs', CreationDate: '2026-01-01T00:00:00Z' }], Owner: { ID: 'x' } }, ['logs']],
    [{ Functions: [{ FunctionName: 'resize', FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:resize' }] }, ['resize']],
    [
      { DBInstances: [{ DBInstanceIdentifier: 'orders', DBInstanceArn: 'arn:aws:rds:eu-west-1:123456789012:db:orders', TagList: [] }] },
      ['orders'],
    ],
    [
      {
        LoadBalancers: [{ LoadBalancerName: 'web', LoadBalancerArn: 'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/web/50d' }],
      },
      ['web'],
    ],
    [{ Functions: [] }, []],
    [{ SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'web', OwnerId: '1' }] }, []],
    [{ restApis: [{ apiArn: 'arn:aws:apigateway:eu-west-1::/restapis/a1', name: 'shop' }] }, ['shop']],
  ])('%j', async (listing, names) => {
    const read = await readValue(listing);
    expect(read.code).toBe('AWS_LISTING');
    expect(evidenceOf(read).map(({ name }) => name)).toEqual(names);
  });

  test('lists that others have too are not taken for theirs', async () => {
    expect((await readValue({ Functions: [{ name: 'f' }] })).code).toBeNull();
    expect((await readValue({ apps: [{ name: 'x' }] })).code).toBeNull();
  });

  test('certificates are for their domains until they expire', async () => {
    const list = {
      CertificateSummaryList: [
        { CertificateArn: 'arn:aws:acm:eu-west-1:1:certificate/c', DomainName: '*.acme.com', NotAfter: '2027-01-01T00:00:00Z' },
      ],
    };
    expect(evidenceOf(await readValue(list))).toMatchObject([
      { host: 'acme.com', source: 'certificate', details: { certificate: { to: Date.parse('2027-01-01') } } },
    ]);
  });

  test('zones and distributions are known by their own names', async () => {
    expect(
      evidenceOf(await readValue({ HostedZones: [{ Id: '/hostedzone/Z1', Name: 'acme.com.', CallerReference: 'x' }] }))[0],
    ).toMatchObject({
      host: 'acme.com',
    });
    const distributions = {
      DistributionList: {
        Items: [{ Id: 'E1', ARN: 'arn:aws:cloudfront::1:distribution/E1', Aliases: { Quantity: 1, Items: ['shop.acme.com'] } }],
      },
    };
    expect(evidenceOf(await readValue(distributions))[0]).toMatchObject({ host: 'shop.acme.com' });
  });
});

test.each([
  ['arn:aws:s3:::bucket/key/x', { service: 's3', region: null, account: null, type: null, name: 'bucket' }],
  ['arn:aws:lambda:eu-west-1:1:function:f', { service: 'lambda', region: 'eu-west-1', account: '1', type: 'function', name: 'f' }],
  ['arn:aws:iam::1:role/path/admin', { service: 'iam', region: null, account: '1', type: 'role', name: 'path/admin' }],
  ['arn:aws:sns:eu-west-1:1:topic', { service: 'sns', region: 'eu-west-1', account: '1', type: null, name: 'topic' }],
  ['urn:x', null],
  ['arn:aws', null],
])('%s', (text, arn) => expect(readArn(text)).toEqual(arn));
