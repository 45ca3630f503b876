import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { ScanChange } from '../scan/scan-diff.type.ts';
import { Scan, ScanCounts } from '../scan/scan.type.ts';

@ObjectType('DiscoveryPolicyPreview', { description: 'What another policy would have made of a past scan.', simpleResolvers: true })
export class DiscoveryPolicyPreview {
  @Field(() => Scan, { description: 'The scan.' })
  scan!: Scan;

  @Field(() => ScanCounts, { description: 'What it found.' })
  before!: ScanCounts;

  @Field(() => ScanCounts, { description: 'What it would have found.' })
  after!: ScanCounts;

  @Field(() => Int, { description: 'Applications that would be judged differently.' })
  changed!: number;

  @Field(() => [ScanChange], { description: 'Those applications in the order of their keys; the first 200.' })
  changes!: ScanChange[];

  @Field(() => [String], {
    description: 'Fields of the policy that differ and count while telemetry is read: what they change is shown by a scan, not here.',
  })
  shownByScanOnly!: string[];

  @Field(() => [String], { description: 'Fields of the policy that are of no consequence to judgement.' })
  ignored!: string[];
}

export const DiscoveryPolicyPreviewResult = createUnionType({
  name: 'DiscoveryPolicyPreviewResult',
  description: 'The preview, or what has to be corrected first.',
  types: () => [DiscoveryPolicyPreview, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : DiscoveryPolicyPreview),
});
