import { momentOf, type Raw, textOf } from '../../snapshot/fields.ts';
import { type JsonFormat, one } from '../format.ts';
import { at, isObject, listAt, objectAt, objectsAt, parsed } from '../json/values.ts';
import { observed, type Outcome, refused, type Said, saying, silent } from '../outcome.ts';
import { isPlumbing } from '../plumbing.ts';
import { readArn } from './arn.ts';
import { resourceSaid } from './aws-resource.ts';

const AWS = 'Amazon Web Services';
/** Parameters that name what a call is about, and what that is. */
const NAMED: Readonly<Record<string, string>> = {
  bucketName: 'AWS::S3::Bucket',
  functionName: 'AWS::Lambda::Function',
  tableName: 'AWS::DynamoDB::Table',
  dBInstanceIdentifier: 'AWS::RDS::DBInstance',
  dBClusterIdentifier: 'AWS::RDS::DBCluster',
  clusterName: 'AWS::EKS::Cluster',
  queueName: 'AWS::SQS::Queue',
  streamName: 'AWS::Kinesis::Stream',
  repositoryName: 'AWS::ECR::Repository',
  loadBalancerName: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  stackName: 'AWS::CloudFormation::Stack',
};
const ENDS = /^(?:Delete|Terminate|Remove|Deregister)/;

const isEvent = (value: unknown): boolean => typeof at(value, 'eventSource') === 'string' && typeof at(value, 'eventName') === 'string';

/** The audit log of AWS: files as they are delivered, events by line, and what `aws cloudtrail lookup-events` prints. */
export const cloudTrail: JsonFormat = {
  kind: 'JSON',
  code: 'AWS_CLOUDTRAIL',
  title: 'AWS CloudTrail (JSON with Records)',
  lists: (beginning) => {
    if (isEvent(listAt(beginning, 'Records')[0]) || (Array.isArray(at(beginning, 'Records')) && listAt(beginning, 'Records').length === 0))
      return ['Records'];
    if (typeof at(listAt(beginning, 'Events')[0], 'CloudTrailEvent') === 'string') return ['Events'];
    return isEvent(beginning) || (Array.isArray(beginning) && isEvent(beginning[0])) ? [''] : null;
  },
  read: (element) => {
    const inner = at(element, 'CloudTrailEvent');
    const event = typeof inner === 'string' ? parsed(inner) : element;
    return isObject(event) ? one(textOf(event, 'eventID'), outcomeOf(event)) : one(null, refused('NOT_AN_OBJECT'));
  },
};

function outcomeOf(event: Raw): Outcome {
  if (textOf(event, 'errorCode') !== null) return silent('FAILED');
  const [host, when, region] = [textOf(event, 'eventSource'), momentOf(event, 'eventTime'), textOf(event, 'awsRegion')];
  if (host === null) return silent('NO_HOST');
  const who = objectAt(event, 'userIdentity');
  const user =
    textOf(who, 'userName') ?? textOf(objectAt(who, 'sessionContext', 'sessionIssuer'), 'userName') ?? textOf(who, 'principalId');
  return saying(
    observed('cloud_api', when, { host, name: AWS, vendor: AWS, details: { user, region } }),
    ...(ENDS.test(textOf(event, 'eventName') ?? '') ? [] : resourcesOf(event, region)),
  );
}

/** What the call was about, as far as that is something that runs. */
function resourcesOf(event: Raw, region: string | null): Said[] {
  const parameters = objectAt(event, 'requestParameters');
  const byName = Object.entries(NAMED).map(([field, type]) => ({ type, arn: null, name: textOf(parameters, field) }));
  const byArn = objectsAt(event, 'resources').map((each) => {
    const arn = readArn(textOf(each, 'ARN', 'arn') ?? '');
    return { type: textOf(each, 'type') ?? arn?.type ?? arn?.service ?? null, arn, name: arn?.name ?? null };
  });
  const named = new Map(
    [...byName, ...byArn].flatMap((each) => (each.name === null || isPlumbing(each.type ?? '') ? [] : [[each.name, each] as const])),
  );
  return [...named.values()].map(({ type, arn, name }) =>
    resourceSaid({ type, arn, id: null, name: readArn(name ?? '')?.name ?? name, region, tags: {} }),
  );
}
