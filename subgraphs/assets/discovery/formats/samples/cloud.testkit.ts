/** Small files of clouds in their true shapes; ids and names are made up. */

const event = (id: string, more: object) => ({
  eventVersion: '1.08',
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDAEXAMPLE',
    arn: 'arn:aws:iam::123456789012:user/ana',
    accountId: '123456789012',
    userName: 'ana',
  },
  eventTime: '2026-10-01T08:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetBucketAcl',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.7',
  userAgent: '[aws-cli/2.15]',
  requestParameters: { bucketName: 'invoices-archive' },
  responseElements: null,
  eventID: id,
  readOnly: true,
  eventType: 'AwsApiCall',
  ...more,
});

export const CLOUD_TRAIL = {
  Records: [
    event('e-1', { resources: [{ accountId: '123456789012', type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::invoices-archive' }] }),
    event('e-2', {
      eventSource: 'rds.amazonaws.com',
      eventName: 'DescribeDBInstances',
      requestParameters: { dBInstanceIdentifier: 'orders-db' },
    }),
    event('e-3', {
      eventSource: 'kms.amazonaws.com',
      eventName: 'Decrypt',
      resources: [{ ARN: 'arn:aws:kms:eu-west-1:123456789012:key/0e5d' }],
      requestParameters: null,
    }),
    event('e-4', { errorCode: 'AccessDenied', errorMessage: 'not authorized' }),
    event('e-5', { eventName: 'DeleteBucket' }),
  ],
};

export const AWS_CONFIG = {
  fileVersion: '1.0',
  configSnapshotId: '94ccff53-83be-42d9-996f-b4624b3c1a55',
  configurationItems: [
    {
      configurationItemVersion: '1.3',
      configurationItemCaptureTime: '2026-03-07T23:47:08.918Z',
      configurationStateId: 1,
      awsAccountId: '123456789012',
      configurationItemStatus: 'ResourceDiscovered',
      resourceType: 'AWS::RDS::DBInstance',
      resourceId: 'db-ABC',
      resourceName: 'orders-db',
      ARN: 'arn:aws:rds:eu-west-1:123456789012:db:orders-db',
      awsRegion: 'eu-west-1',
      tags: { owner: 'ana@acme.test', 'cost-center': 'Sales', env: 'prod' },
      relationships: [{ resourceId: 'vpc-1', resourceType: 'AWS::EC2::VPC', name: 'Is contained in Vpc' }],
      configuration: { engine: 'postgres' },
    },
    { resourceType: 'AWS::EC2::SecurityGroup', resourceId: 'sg-1', configurationItemStatus: 'OK', awsRegion: 'eu-west-1', tags: {} },
    {
      resourceType: 'AWS::Lambda::Function',
      resourceId: 'old',
      resourceName: 'old',
      configurationItemStatus: 'ResourceDeleted',
      awsRegion: 'eu-west-1',
    },
  ],
};

export const AWS_INSTANCES = {
  Reservations: [
    {
      ReservationId: 'r-1',
      Instances: [
        { InstanceId: 'i-1', InstanceType: 't3.micro', Placement: { AvailabilityZone: 'eu-west-1a' }, Tags: [{ Key: 'Name', Value: 'bastion' }, { Key: 'Team', Value: 'platform' }] },
        { InstanceId: 'i-2', InstanceType: 't3.micro', Placement: { AvailabilityZone: 'eu-west-1b' } },
      ],
    },
  ],
}; // prettier-ignore

export const AWS_TAGGING = {
  PaginationToken: '',
  ResourceTagMappingList: [
    { ResourceARN: 'arn:aws:lambda:us-east-1:123456789012:function:resize', Tags: [{ Key: 'owner', Value: 'bo@acme.test' }] },
    { ResourceARN: 'arn:aws:iam::123456789012:role/admin', Tags: [] },
  ],
};

export const AWS_EXPLORER = {
  Count: { Complete: true, TotalResources: 1 },
  Resources: [
    {
      Arn: 'arn:aws:dynamodb:us-east-1:123456789012:table/carts',
      LastReportedAt: '2026-09-01T00:00:00+00:00',
      OwningAccountId: '123456789012',
      Properties: [{ Data: [{ Key: 'owner', Value: 'cy@acme.test' }], LastReportedAt: '2026-09-01T00:00:00+00:00', Name: 'tags' }],
      Region: 'us-east-1',
      ResourceType: 'dynamodb:table',
      Service: 'dynamodb',
    },
  ],
  ViewArn: 'arn:aws:resource-explorer-2:us-east-1:123456789012:view/all/x',
};

export const AZURE = [
  { id: '/subscriptions/0/resourceGroups/shop/providers/Microsoft.Web/sites/shop-web', name: 'shop-web', type: 'Microsoft.Web/sites', location: 'westeurope', tags: { owner: 'dee@acme.test' }, resourceGroup: 'shop' },
  { id: '/subscriptions/0/resourceGroups/shop/providers/Microsoft.Network/virtualNetworks/net', name: 'net', type: 'Microsoft.Network/virtualNetworks', location: 'westeurope', tags: null },
]; // prettier-ignore

export const TERRAFORM_4 = {
  version: 4,
  terraform_version: '1.9.5',
  serial: 12,
  lineage: '2f9ab173-9fc7-965b-c17d-2e43868f14cf',
  outputs: { password: { value: 'x', type: 'string', sensitive: true } },
  resources: [
    { mode: 'data', type: 'aws_ami', name: 'base', provider: 'provider["registry.terraform.io/hashicorp/aws"]', instances: [{ schema_version: 0, attributes: { id: 'ami-1' } }] },
    {
      module: 'module.shop',
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'orders',
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [0, 1].map((index) => ({
        index_key: index,
        schema_version: 1,
        attributes: { id: `db-${index}`, identifier: `orders-${index}`, availability_zone: 'eu-west-1a', arn: `arn:aws:rds:eu-west-1:123456789012:db:orders-${index}`, tags: { Owner: 'ana@acme.test', Environment: 'prod' } },
        dependencies: ['module.shop.aws_security_group.db', 'module.net.aws_elasticache_cluster.cache'],
      })),
    },
    { module: 'module.net', mode: 'managed', type: 'aws_elasticache_cluster', name: 'cache', provider: 'provider.aws', instances: [{ schema_version: 0, attributes: { id: 'sessions', cluster_id: 'sessions' } }] },
    { mode: 'managed', type: 'google_cloud_run_service', name: 'api', provider: 'provider["registry.terraform.io/hashicorp/google"]', instances: [{ schema_version: 2, attributes: { id: 'x/api', name: 'api', location: 'europe-west1', labels: { team: 'checkout' } } }] },
    { mode: 'managed', type: 'azurerm_linux_virtual_machine', name: 'vm', provider: 'provider.azurerm', instances: [{ schema_version: 0, attributes: { id: '/subscriptions/0/x/virtualMachines/vm1', name: 'vm1', location: 'West Europe' } }] },
    { mode: 'managed', type: 'cloudflare_record', name: 'www', provider: 'provider["registry.terraform.io/cloudflare/cloudflare"]', instances: [{ schema_version: 1, attributes: { id: 'r', hostname: 'www.acme.com', name: 'www' } }] },
    { mode: 'managed', type: 'aws_security_group', name: 'db', provider: 'provider.aws', instances: [{ schema_version: 1, attributes: { id: 'sg-1', name: 'db' } }] },
    { mode: 'managed', type: 'random_id', name: 'suffix', provider: 'provider.random', instances: [{ schema_version: 0, attributes: { id: 'abc' } }] },
    { mode: 'managed', type: 'okta_app_saml', name: 'slack', provider: 'provider["registry.terraform.io/okta/okta"]', instances: [{ schema_version: 1, attributes: { id: '0oa1', label: 'Slack', status: 'ACTIVE', sso_url: 'https://acme.slack.com/sso/saml' } }] },
  ],
}; // prettier-ignore

export const TERRAFORM_3 = {
  version: 3,
  terraform_version: '0.11.14',
  serial: 3,
  lineage: 'a',
  modules: [
    {
      path: ['root'],
      outputs: {},
      resources: {
        'aws_instance.web': {
          type: 'aws_instance',
          depends_on: ['aws_db_instance.main', 'data.aws_ami.base'],
          primary: { id: 'i-9', attributes: { id: 'i-9', availability_zone: 'us-east-1b', 'tags.%': '2', 'tags.Name': 'web', 'tags.owner': 'ed@acme.test' }, meta: {}, tainted: false },
          deposed: [],
          provider: 'provider.aws',
        },
        'data.aws_ami.base': { type: 'aws_ami', depends_on: [], primary: { id: 'ami-1', attributes: { id: 'ami-1' } } },
      },
      depends_on: [],
    },
    { path: ['root', 'db'], outputs: {}, resources: { 'aws_db_instance.main': { type: 'aws_db_instance', depends_on: [], primary: { id: 'main-db', attributes: { id: 'main-db' } } } }, depends_on: [] },
  ],
}; // prettier-ignore

export const TERRAFORM_SHOW = {
  format_version: '1.0',
  terraform_version: '1.9.5',
  values: {
    outputs: {},
    root_module: {
      resources: [{ address: 'aws_sqs_queue.jobs', mode: 'managed', type: 'aws_sqs_queue', name: 'jobs', provider_name: 'registry.terraform.io/hashicorp/aws', schema_version: 0, values: { name: 'jobs', region: 'eu-central-1', tags: {} }, sensitive_values: {} }],
      child_modules: [
        {
          address: 'module.a',
          resources: [{ address: 'module.a.aws_s3_bucket.logs', mode: 'managed', type: 'aws_s3_bucket', name: 'logs', values: { bucket: 'acme-logs', region: 'eu-central-1' } }],
          child_modules: [{ address: 'module.a.module.b', resources: [{ address: 'module.a.module.b.aws_iam_role.r', mode: 'managed', type: 'aws_iam_role', name: 'r', values: { name: 'r' } }] }],
        },
      ],
    },
  },
}; // prettier-ignore

const pods = (image: string) => ({ spec: { containers: [{ name: 'main', image, ports: [{ containerPort: 8080 }] }] } });

export const KUBERNETES = {
  apiVersion: 'v1',
  kind: 'List',
  metadata: { resourceVersion: '' },
  items: [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', uid: 'u1' } },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders', namespace: 'shop', uid: 'u2', labels: { 'app.kubernetes.io/name': 'orders', 'acme.com/owner': 'checkout@acme.test' } }, spec: { replicas: 2, template: pods('ghcr.io/acme/orders:1.4') } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'orders-7d9f-abcde', namespace: 'shop', uid: 'u3', labels: { 'pod-template-hash': '7d9f' }, ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'orders-7d9f', controller: true, uid: 'u9' }] }, ...pods('ghcr.io/acme/orders:1.4'), status: { phase: 'Running' } },
    { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'orders-7d9f', namespace: 'shop', ownerReferences: [{ kind: 'Deployment', name: 'orders', controller: true }] }, spec: {} },
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'mail', namespace: 'shop' }, spec: { type: 'ExternalName', externalName: 'smtp.sendgrid.net' } },
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web', namespace: 'shop' }, spec: { tls: [{ hosts: ['shop.acme.com'], secretName: 's' }], rules: [{ host: 'shop.acme.com', http: {} }, { host: '*.api.acme.com', http: {} }] } },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', namespace: 'shop' }, data: {} },
  ],
}; // prettier-ignore
