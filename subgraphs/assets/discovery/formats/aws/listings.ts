import { type Raw, textOf } from '../../snapshot/fields.ts';
import { type JsonFormat, one } from '../format.ts';
import { at, isObject, objectAt, objectsAt, textsAt } from '../json/values.ts';
import { type Entry, refused } from '../outcome.ts';
import { readArn } from './arn.ts';
import { arnOf, resource, tagsOf } from './aws-resource.ts';

/** What `aws … describe-…` and `aws … list-…` print: the list's key, and what its elements are. */
const LISTINGS: Readonly<Record<string, string>> = {
  Reservations: 'AWS::EC2::Instance',
  DBInstances: 'AWS::RDS::DBInstance',
  DBClusters: 'AWS::RDS::DBCluster',
  Functions: 'AWS::Lambda::Function',
  Buckets: 'AWS::S3::Bucket',
  LoadBalancers: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  LoadBalancerDescriptions: 'AWS::ElasticLoadBalancing::LoadBalancer',
  CacheClusters: 'AWS::ElastiCache::CacheCluster',
  ReplicationGroups: 'AWS::ElastiCache::ReplicationCluster',
  TableNames: 'AWS::DynamoDB::Table',
  QueueUrls: 'AWS::SQS::Queue',
  Topics: 'AWS::SNS::Topic',
  clusterArns: 'AWS::ECS::Cluster',
  serviceArns: 'AWS::ECS::Service',
  clusters: 'AWS::EKS::Cluster',
  DomainNames: 'AWS::OpenSearchService::Domain',
  DomainStatusList: 'AWS::OpenSearchService::Domain',
  repositories: 'AWS::ECR::Repository',
  StreamNames: 'AWS::Kinesis::Stream',
  FileSystems: 'AWS::EFS::FileSystem',
  HostedZones: 'AWS::Route53::Zone',
  'DistributionList.Items': 'AWS::CloudFront::Distribution',
  StackSummaries: 'AWS::CloudFormation::Stack',
  Stacks: 'AWS::CloudFormation::Stack',
  Applications: 'AWS::ElasticBeanstalk::Application',
  Environments: 'AWS::ElasticBeanstalk::Environment',
  apps: 'AWS::Amplify::App',
  ResourceTagMappingList: '',
  Resources: '',
};
const MARKED = ['Arn', 'ARN', 'ResourceARN', 'ResourceArn'];
const NAMES = ['DBInstanceIdentifier', 'DBClusterIdentifier', 'FunctionName', 'LoadBalancerName', 'CacheClusterId', 'ReplicationGroupId', 'ApplicationName', 'EnvironmentName', 'StackName', 'DomainName', 'repositoryName', 'clusterName', 'serviceName', 'name', 'Name', 'InstanceId', 'Id', 'FileSystemId']; // prettier-ignore
const ARNS = [...MARKED, 'DBInstanceArn', 'DBClusterArn', 'FunctionArn', 'LoadBalancerArn', 'TopicArn', 'clusterArn', 'serviceArn', 'repositoryArn', 'StackId', 'ApplicationArn', 'EnvironmentArn', 'FileSystemArn', 'appArn', 'arn']; // prettier-ignore

/** Whether elements under a key that others use too look like what AWS lists there. */
function isListing(key: string, elements: unknown): boolean {
  if (!Array.isArray(elements)) return false;
  const [first] = elements;
  if (typeof first === 'string')
    return key.endsWith('Names') || key === 'clusters' || first.startsWith('arn:') || first.includes('amazonaws.com');
  if (!isObject(first)) return elements.length === 0 && /^[A-Z]/.test(key) && key !== 'Resources';
  return LISTINGS[key] === '' ? arnOf(first, ...MARKED) !== null : [...NAMES, ...ARNS, 'Instances'].some((field) => field in first);
}

/** Resources of AWS as its command line lists them, with Resource Explorer and the Tagging API. */
export const awsListings: JsonFormat = {
  kind: 'JSON',
  code: 'AWS_LISTING',
  title: 'listings of the AWS command line (describe-…, list-…, Resource Explorer, Tagging API)',
  lists: (beginning) => {
    const found = Object.keys(LISTINGS).filter((key) => isListing(key.split('.').at(-1) ?? key, at(beginning, ...key.split('.'))));
    return found.length === 0 ? null : found;
  },
  read: (element, list) => {
    const type = LISTINGS[list] ?? null;
    if (typeof element === 'string') return [named(element, type)];
    if (!isObject(element)) return one(null, refused('NOT_AN_OBJECT'));
    return list === 'Reservations' ? objectsAt(element, 'Instances').map((each) => described(each, type)) : [described(element, type)];
  },
};

/** A resource of which only an ARN, an address or a name is listed. */
function named(text: string, type: string | null): Entry {
  const arn = readArn(text);
  const name = arn?.name ?? text.split('/').at(-1) ?? text;
  return { id: text, outcome: resource({ type, arn, id: text, name, region: regionIn(text), tags: {} }) };
}

function described(raw: Raw, type: string | null): Entry {
  const arn = arnOf(raw, ...ARNS);
  const tags = { ...tagsOf(raw['TagList'] ?? raw['Tags'] ?? raw['tags']), ...explorerTags(raw) };
  const zone = textOf(raw, 'AvailabilityZone') ?? textOf(objectAt(raw, 'Placement'), 'AvailabilityZone');
  return {
    id: arn === null ? textOf(raw, ...NAMES) : textOf(raw, ...ARNS),
    outcome: resource({
      type: textOf(raw, 'ResourceType') ?? (type === '' ? [arn?.service, arn?.type].filter(Boolean).join(':') : type),
      arn,
      id: textOf(raw, ...ARNS, ...NAMES),
      name: textOf(raw, ...NAMES) ?? arn?.name ?? null,
      region: textOf(raw, 'Region', 'BucketRegion') ?? zone?.replace(/[a-z]$/, '') ?? null,
      tags,
      host: hostOf(raw, type),
    }),
  };
}

/** A zone's and a distribution's own names; addresses under the provider's domain are none of the resource. */
function hostOf(raw: Raw, type: string | null): string | null {
  if (type === 'AWS::Route53::Zone') return textOf(raw, 'Name')?.replace(/\.$/, '') ?? null;
  return textsAt(raw, 'Aliases', 'Items')[0] ?? null;
}

/** Resource Explorer has tags among what else it knows. */
function explorerTags(raw: Raw): Readonly<Record<string, string>> {
  const properties = objectsAt(raw, 'Properties').filter((each) => textOf(each, 'Name') === 'tags');
  return Object.assign({}, ...properties.map((each) => tagsOf(each['Data'])));
}

const regionIn = (text: string): string | null => /\b[a-z]{2}(?:-gov)?-[a-z]+-\d\b/.exec(text)?.[0] ?? null;
