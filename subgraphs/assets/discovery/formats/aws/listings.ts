import { certificateOf } from '../certificates/certificate.ts';
import { type JsonFormat, one } from '../format.ts';
import { momentOf, type Raw, textOf } from '../../snapshot/fields.ts';
import { at, isObject, listAt, objectAt, objectsAt, textsAt } from '../json/values.ts';
import { type Entry, refused } from '../outcome.ts';
import { type Arn, readArn } from './arn.ts';
import { resource, tagsOf } from './aws-resource.ts';

/** What elements of a listing are, and a field that each of them has; null for those that are names, addresses or ARNs themselves. */
type Listing = readonly [type: string, mark: string | null];

/** What `aws … describe-…` and `aws … list-…` print: the list's key, and what it holds. Lists of what has an ARN need not be named. */
const LISTINGS: Readonly<Record<string, Listing>> = {
  Reservations: ['AWS::EC2::Instance', 'Instances'],
  DBInstances: ['AWS::RDS::DBInstance', 'DBInstanceIdentifier'],
  DBClusters: ['AWS::RDS::DBCluster', 'DBClusterIdentifier'],
  Functions: ['AWS::Lambda::Function', 'FunctionName'],
  Buckets: ['AWS::S3::Bucket', 'CreationDate'],
  LoadBalancers: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancerArn'],
  LoadBalancerDescriptions: ['AWS::ElasticLoadBalancing::LoadBalancer', 'LoadBalancerName'],
  CacheClusters: ['AWS::ElastiCache::CacheCluster', 'CacheClusterId'],
  ReplicationGroups: ['AWS::ElastiCache::ReplicatedCache', 'ReplicationGroupId'],
  Clusters: ['AWS::Redshift::Cluster', 'ClusterIdentifier'],
  TableNames: ['AWS::DynamoDB::Table', null],
  StreamNames: ['AWS::Kinesis::Stream', null],
  QueueUrls: ['AWS::SQS::Queue', null],
  Topics: ['AWS::SNS::Topic', 'TopicArn'],
  clusterArns: ['AWS::ECS::Cluster', null],
  serviceArns: ['AWS::ECS::Service', null],
  clusters: ['AWS::EKS::Cluster', null],
  DomainNames: ['AWS::OpenSearchService::Domain', 'DomainName'],
  FileSystems: ['AWS::EFS::FileSystem', 'FileSystemId'],
  HostedZones: ['AWS::Route53::Zone', 'CallerReference'],
  'DistributionList.Items': ['AWS::CloudFront::Distribution', 'ARN'],
  CertificateSummaryList: ['AWS::CertificateManager::Certificate', 'CertificateArn'],
  SecurityGroups: ['AWS::EC2::SecurityGroup', 'GroupId'],
  Vpcs: ['AWS::EC2::VPC', 'VpcId'],
  Subnets: ['AWS::EC2::Subnet', 'SubnetId'],
  Volumes: ['AWS::EC2::Volume', 'VolumeId'],
  NetworkInterfaces: ['AWS::EC2::NetworkInterface', 'NetworkInterfaceId'],
  RouteTables: ['AWS::EC2::RouteTable', 'RouteTableId'],
  InternetGateways: ['AWS::EC2::InternetGateway', 'InternetGatewayId'],
  NatGateways: ['AWS::EC2::NatGateway', 'NatGatewayId'],
  Addresses: ['AWS::EC2::Address', 'AllocationId'],
  Images: ['AWS::EC2::Image', 'ImageId'],
  Snapshots: ['AWS::EC2::Snapshot', 'SnapshotId'],
  KeyPairs: ['AWS::EC2::KeyPair', 'KeyPairId'],
};
const NAMES = ['DBInstanceIdentifier', 'DBClusterIdentifier', 'FunctionName', 'LoadBalancerName', 'CacheClusterId', 'ReplicationGroupId', 'ClusterIdentifier', 'ApplicationName', 'EnvironmentName', 'StackName', 'DomainName', 'repositoryName', 'clusterName', 'serviceName', 'GroupName', 'name', 'Name', 'InstanceId', 'Id', 'FileSystemId']; // prettier-ignore

/** Resources of AWS as its command line lists them, with Resource Explorer and the Tagging API. */
export const awsListings: JsonFormat = {
  kind: 'JSON',
  code: 'AWS_LISTING',
  title: 'listings of the AWS command line (describe-…, list-…, Resource Explorer, Tagging API)',
  lists: (beginning) => {
    const known = Object.entries(LISTINGS).filter(([key, [, mark]]) => isListing(at(beginning, ...key.split('.')), mark));
    const others = isObject(beginning)
      ? Object.keys(beginning).filter((key) => !(key in LISTINGS) && arnOf(listAt(beginning, key)[0]) !== null)
      : [];
    const found = [...known.map(([key]) => key), ...others];
    return found.length === 0 ? null : found;
  },
  read: (element, list) => {
    const [type = null] = LISTINGS[list] ?? [];
    if (typeof element === 'string') return [named(element, type)];
    if (!isObject(element)) return one(null, refused('NOT_AN_OBJECT'));
    if (list === 'CertificateSummaryList') return one(textOf(element, 'CertificateArn'), ofCertificate(element));
    return list === 'Reservations' ? objectsAt(element, 'Instances').map((each) => described(each, type)) : [described(element, type)];
  },
};

function isListing(elements: unknown, mark: string | null): boolean {
  if (!Array.isArray(elements)) return false;
  const [first] = elements;
  if (first === undefined) return true;
  return mark === null ? typeof first === 'string' : isObject(first) && mark in first;
}

/** The resource's own ARN: of the fields that hold one the first that is named for it. */
function arnOf(value: unknown): (Arn & { text: string }) | null {
  for (const [field, text] of Object.entries(isObject(value) ? value : {})) {
    const arn = typeof text === 'string' && /(?:arn|^StackId)$/i.test(field) ? readArn(text) : null;
    if (arn !== null) return { ...arn, text: String(text) };
  }
  return null;
}

/** A resource of which only an ARN, an address or a name is listed. */
function named(text: string, type: string | null): Entry {
  const arn = readArn(text);
  const region = /\b[a-z]{2}(?:-gov)?-[a-z]+-\d\b/.exec(text)?.[0] ?? null;
  return { id: text, outcome: resource({ type, arn, id: text, name: (arn?.name ?? text).split('/').at(-1) ?? text, region, tags: {} }) };
}

function described(raw: Raw, type: string | null): Entry {
  const arn = arnOf(raw);
  const name = textOf(raw, ...NAMES);
  const zone = textOf(raw, 'AvailabilityZone') ?? textOf(objectAt(raw, 'Placement'), 'AvailabilityZone');
  return {
    id: arn?.text ?? name,
    outcome: resource({
      type: textOf(raw, 'ResourceType') ?? type ?? [arn?.service, arn?.type].filter(Boolean).join(':'),
      arn,
      id: arn?.text ?? name,
      name: name ?? arn?.name ?? null,
      region: textOf(raw, 'Region', 'BucketRegion') ?? zone?.replace(/[a-z]$/, '') ?? null,
      account: textOf(raw, 'OwningAccountId'),
      tags: { ...tagsOf(raw['TagList'] ?? raw['Tags'] ?? raw['tags']), ...explorerTags(raw) },
      host:
        type === 'AWS::Route53::Zone' ? (textOf(raw, 'Name')?.replace(/\.$/, '') ?? null) : (textsAt(raw, 'Aliases', 'Items')[0] ?? null),
    }),
  };
}

/** Resource Explorer has tags among what else it knows. */
function explorerTags(raw: Raw): Readonly<Record<string, string>> {
  const properties = objectsAt(raw, 'Properties').filter((each) => textOf(each, 'Name') === 'tags');
  return Object.assign({}, ...properties.map((each) => tagsOf(each['Data'])));
}

function ofCertificate(raw: Raw): ReturnType<typeof certificateOf> {
  const names = [textOf(raw, 'DomainName') ?? '', ...textsAt(raw, 'SubjectAlternativeNameSummaries')];
  const [from, to] = [momentOf(raw, 'NotBefore'), momentOf(raw, 'NotAfter')];
  return certificateOf(names, null, { subject: textOf(raw, 'DomainName'), issuer: textOf(raw, 'Type'), from, to });
}
