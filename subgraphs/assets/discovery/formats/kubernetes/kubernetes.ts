import { type Raw, textOf } from '../../snapshot/fields.ts';
import { type JsonFormat, one } from '../format.ts';
import { at, isObject, objectAt, objectsAt, textsAt, textsIn } from '../json/values.ts';
import { inCloud, observed, type Outcome, refused, type Said, saying, silent } from '../outcome.ts';
import { ownerOf, placementOf } from '../tags.ts';

/** Kinds that run containers, and where their pods' template stands. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  ReplicationController: ['spec', 'template', 'spec'],
  DeploymentConfig: ['spec', 'template', 'spec'],
  Rollout: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  Pod: ['spec'],
};
const RUNNING = new Set([
  ...Object.keys(TEMPLATES),
  'Service',
  'Ingress',
  'Route',
  'HTTPRoute',
  'Gateway',
  'VirtualService',
  'IngressRoute',
  'Application',
  'HelmRelease',
]);
const NAME_LABELS = ['app.kubernetes.io/name', 'k8s-app', 'app'];

const isObjectOfKind = (value: unknown): boolean => typeof at(value, 'apiVersion') === 'string' && typeof at(value, 'kind') === 'string';

/** What `kubectl get … -o json` prints: lists of any kinds, or single objects. */
export const kubernetes: JsonFormat = {
  kind: 'JSON',
  code: 'KUBERNETES',
  title: 'Kubernetes objects (kubectl get … -o json)',
  lists: (beginning) => {
    if (Array.isArray(beginning)) return isObjectOfKind(beginning[0]) ? [''] : null;
    if (!isObjectOfKind(beginning)) return null;
    return String(at(beginning, 'kind')).endsWith('List') ? ['items'] : [''];
  },
  read: (element) => {
    if (!isObject(element)) return one(null, refused('NOT_AN_OBJECT'));
    const metadata = objectAt(element, 'metadata');
    const called = [kindOf(element), textOf(metadata, 'namespace'), textOf(metadata, 'name')].filter((part) => part !== null);
    return one(called.length < 2 ? null : called.join(' ').trim(), outcomeOf(element, metadata));
  },
};

/** Lists that the API itself gives name the kind once, and not in each object: there what it specifies tells. */
const SHAPES: readonly (readonly [field: string, kind: string])[] = [
  ['jobTemplate', 'CronJob'],
  ['containers', 'Pod'],
  ['serviceName', 'StatefulSet'],
  ['updateStrategy', 'DaemonSet'],
  ['completions', 'Job'],
  ['template', 'Deployment'],
  ['clusterIP', 'Service'],
  ['rules', 'Ingress'],
];

function kindOf(object: Raw): string {
  const spec = objectAt(object, 'spec');
  return textOf(object, 'kind') ?? SHAPES.find(([field]) => field in spec)?.[1] ?? '';
}

function outcomeOf(object: Raw, metadata: Raw): Outcome {
  const kind = kindOf(object);
  if (!RUNNING.has(kind)) return silent('CONFIGURATION');
  const owner = objectsAt(metadata, 'ownerReferences').find((each) => each['controller'] === true);
  // A pod, or what makes pods, is part of what made it. Of pods alone that is not listed, so they speak for it.
  if (owner !== undefined && kind !== 'Pod') return silent('PART_OF_ANOTHER');
  if (kind === 'Service') return ofService(object, metadata);
  return saying(
    ...(TEMPLATES[kind] === undefined ? ofRoute(object, metadata) : [running(object, metadata, nameOf(metadata, owner), null)]),
  );
}

/** One of a workload's pods goes by the workload's name. */
function nameOf(metadata: Raw, owner: Raw | undefined): string | null {
  if (owner === undefined) return textOf(metadata, 'name');
  const [name, hash] = [textOf(owner, 'name'), textOf(objectAt(metadata, 'labels'), 'pod-template-hash')];
  return hash !== null && name?.endsWith(`-${hash}`) === true ? name.slice(0, -hash.length - 1) : name;
}

function running(object: Raw, metadata: Raw, name: string | null, host: string | null): Said {
  const labels = { ...textsIn(metadata['annotations']), ...textsIn(metadata['labels']) };
  const template = TEMPLATES[kindOf(object)];
  const pods = objectAt(object, ...(template ?? ['none']));
  const images = [...objectsAt(pods, 'containers'), ...objectsAt(pods, 'initContainers')].flatMap((each) => textOf(each, 'image') ?? []);
  const namespace = textOf(metadata, 'namespace');
  const software = textOf(labels, ...NAME_LABELS);
  return inCloud({
    name,
    host,
    details: {
      ...ownerOf(labels),
      ...placementOf(labels),
      platform: 'kubernetes',
      region: labels['topology.kubernetes.io/region'],
      category: `Kubernetes ${kindOf(object)}`,
      tags: { ...textsIn(metadata['labels']), ...(namespace === null ? {} : { namespace }) },
      software: images[0] ?? software,
      relations: images.map((image) => ({ kind: 'DEPENDS_ON' as const, to: imageName(image) })),
    },
  });
}

/** `ghcr.io/acme/orders:1.2@sha256:…` is `orders`. */
const imageName = (image: string): string => (image.split('@')[0] ?? image).split('/').at(-1)?.split(':')[0] ?? image;

function ofService(object: Raw, metadata: Raw): Outcome {
  const external = textOf(objectAt(object, 'spec'), 'externalName');
  if (external !== null) return saying(observed('kubernetes', null, { host: external }));
  const name = textOf(metadata, 'name');
  return name === 'kubernetes' ? silent('BUILT_IN') : saying(running(object, metadata, name, null));
}

/** What leads from outside to a workload: each of its hosts. */
function ofRoute(object: Raw, metadata: Raw): Said[] {
  const spec = objectAt(object, 'spec');
  const hosts = [
    ...objectsAt(spec, 'rules').flatMap((rule) => textOf(rule, 'host') ?? []),
    ...objectsAt(spec, 'tls').flatMap((each) => textsAt(each, 'hosts')),
    ...textsAt(spec, 'hostnames'),
    ...textsAt(spec, 'hosts'),
    ...textsAt(spec, 'host'),
    ...objectsAt(spec, 'listeners').flatMap((each) => textOf(each, 'hostname') ?? []),
  ];
  const name = textOf(metadata, 'name');
  return hosts.length === 0
    ? [running(object, metadata, name, null)]
    : [...new Set(hosts)].map((host) => running(object, metadata, name, host.replace(/^\*\.?/, '') || null));
}
