import type { RecordDetails } from '../details/record-details.ts';
import { comparable } from '../identity/name.ts';

type Texts = Readonly<Record<string, string>>;

const OWNER = [
  'owner',
  'owneremail',
  'serviceowner',
  'appowner',
  'applicationowner',
  'businessowner',
  'technicalowner',
  'contact',
  'maintainer',
  'team',
  'ownedby',
  'squad',
  'createdby',
];
const DEPARTMENT = ['department', 'dept', 'costcenter', 'costcentre', 'businessunit', 'division'];
const ENVIRONMENT = ['environment', 'env', 'stage', 'deploymentenvironment'];
const DATA = ['dataclassification', 'dataclass', 'classification', 'sensitivity'];
const REPOSITORY = ['repository', 'repo', 'gitrepository', 'sourcerepository', 'gitrepo'];
const CRITICALITY = ['tier', 'criticality', 'servicetier', 'businesscriticality'];

/** The value of the first of some tags that is there; tags are compared by letters and digits of their last part: `acme.com/owner` is an owner. */
function tagged(tags: Texts, names: readonly string[]): string | undefined {
  const byName = new Map(Object.entries(tags).map(([key, value]) => [comparable(key.split('/').at(-1) ?? key), value]));
  for (const name of names) {
    const value = byName.get(name)?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

const defined = (details: { [Field in keyof RecordDetails]?: RecordDetails[Field] | undefined }): RecordDetails =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));

/** Who answers for what is tagged. */
export function ownerOf(tags: Texts): RecordDetails {
  const owner = tagged(tags, OWNER);
  return owner === undefined ? {} : { owner, ownerBy: 'TAG' };
}

/** Where what is tagged belongs. */
export function placementOf(tags: Texts): RecordDetails {
  const data = tagged(tags, DATA);
  return defined({
    department: tagged(tags, DEPARTMENT),
    environment: tagged(tags, ENVIRONMENT),
    repository: tagged(tags, REPOSITORY),
    tier: tagged(tags, CRITICALITY),
    dataClasses: data === undefined ? undefined : [data],
  });
}
