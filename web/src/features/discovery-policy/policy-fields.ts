/** How a field of the policy is edited. `pairs`: what is another name of what; `groups`: names that belong to one. */
export type FieldKind = 'number' | 'yes-no' | 'names' | 'pairs' | 'groups';

export interface PolicyField {
  /** Where it is in the policy, such as `admission.noiseFloor`. */
  path: string;
  label: string;
  kind: FieldKind;
  /** What it decides. */
  help: string;
}

export interface PolicySection {
  title: string;
  fields: readonly PolicyField[];
}

/** The fields of the policy, as a person reads and changes them. What is not among them is kept as it is. */
export const POLICY_SECTIONS: readonly PolicySection[] = [
  {
    title: 'What is admitted',
    fields: [
      {
        path: 'admission.noiseFloor',
        label: 'Least number of sources',
        kind: 'number',
        help: 'So many different sources must have seen an application lately.',
      },
      { path: 'admission.cloud', label: 'What is in the cloud is admitted', kind: 'yes-no', help: 'However few sources have seen it.' },
      { path: 'activityWindowDays', label: 'Days that count as lately', kind: 'number', help: 'What was last used before that is stale.' },
      { path: 'exclusions', label: 'Not looked at', kind: 'names', help: 'Domains and names that are left out, one a line: example.com' },
      { path: 'banned', label: 'Banned', kind: 'names', help: 'Domains and names that nobody may use, one a line: example.com' },
      {
        path: 'infrastructure.domains',
        label: 'Plumbing',
        kind: 'names',
        help: 'Domains of content delivery, telemetry, certificates, one a line.',
      },
      { path: 'infrastructure.included', label: 'Plumbing is admitted', kind: 'yes-no', help: 'Otherwise it is rejected.' },
      { path: 'domains.wildcards', label: 'Hosts with a * are let in', kind: 'yes-no', help: 'Otherwise they are refused as bad input.' },
      {
        path: 'domains.punycode',
        label: 'Hosts with letters beyond ASCII are let in',
        kind: 'yes-no',
        help: 'Otherwise they are refused as bad input.',
      },
    ],
  },
  {
    title: 'What counts as governed',
    fields: [
      {
        path: 'identity.requireSso',
        label: 'Only single sign-on counts',
        kind: 'yes-no',
        help: 'A record of the identity provider without it governs nothing.',
      },
      {
        path: 'identity.copyMarks',
        label: 'Words that mark a copy',
        kind: 'names',
        help: 'Records with one of them in their name are not the thing in use.',
      },
      {
        path: 'cmdb.requireLifecycle',
        label: 'A life-cycle state is required',
        kind: 'yes-no',
        help: 'CMDB records without one of the states below do not count.',
      },
      { path: 'cmdb.lifecycles', label: 'States that count', kind: 'names', help: 'Of a CMDB record’s life-cycle.' },
      { path: 'cmdb.retired', label: 'States that never count', kind: 'names', help: 'What is in such a state is retired.' },
      {
        path: 'cmdb.requireType',
        label: 'A type is required',
        kind: 'yes-no',
        help: 'CMDB records without one of the types below do not count.',
      },
      { path: 'cmdb.types', label: 'Types that count', kind: 'names', help: 'Of CMDB records.' },
      { path: 'cmdb.corroborated', label: 'Something else must know it too', kind: 'yes-no', help: 'A CMDB record alone does not count.' },
      {
        path: 'vendorPropagation',
        label: 'One governed product governs its vendor’s others',
        kind: 'yes-no',
        help: 'Within one vendor’s family.',
      },
      { path: 'vendorFamilies', label: 'Vendor families', kind: 'groups', help: 'One vendor a line: name: domain, domain.' },
    ],
  },
  {
    title: 'What is one thing, and what is outside',
    fields: [
      { path: 'aliases', label: 'Other names', kind: 'pairs', help: 'One a line: other name = the name it stands for.' },
      { path: 'ownDomains', label: 'The company’s own domains', kind: 'names', help: 'What runs under them is not external. One a line.' },
      { path: 'externalByName', label: 'What has a name only is external', kind: 'yes-no', help: 'When no record has a domain.' },
      { path: 'finance.minimumYearlySpend', label: 'Least spend a year', kind: 'number', help: 'Below it nothing counts as paid for.' },
    ],
  },
];

const PATHS = POLICY_SECTIONS.flatMap(({ fields }) => fields.map(({ path }) => path));

/** The field of the form that a problem is about: `policy.cmdb.types.3` is about `cmdb.types`; null for none of them. Pure. */
export function pathOf(field: string | null): string | null {
  const path = field?.replace(/^policy\./, '') ?? '';
  return PATHS.find((each) => path === each || path.startsWith(`${each}.`)) ?? null;
}
