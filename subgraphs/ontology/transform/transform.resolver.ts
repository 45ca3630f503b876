import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { DataAccess } from '../../kernel/data-access/data-access.ts';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { AttributeType } from '../catalogue/entity-type.type.ts';
import { definitionOf } from '../mapping/proposal-tables.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import { ontologyErrors } from '../ontology.errors.ts';
import { faultOf } from './check-steps.ts';
import { parseSteps } from './parse-steps.ts';
import type { PreviewService } from './preview.service.ts';
import { PreviewedValue, TransformPreview, TransformPreviewResult } from './preview.type.ts';
import { TransformStep } from './transform.type.ts';

@Resolver()
export class TransformResolver {
  private readonly proposals: ProposalService;
  private readonly previews: PreviewService;
  private readonly access: Pick<DataAccess, 'of'>;

  constructor(proposals: ProposalService, previews: PreviewService, access: Pick<DataAccess, 'of'>) {
    this.proposals = proposals;
    this.previews = previews;
    this.access = access;
  }

  @Query(() => TransformPreviewResult, {
    nullable: true,
    description: 'What steps would do to the values of a mapped column; null when there is no such column.',
  })
  async transformPreview(
    @Ctx() { viewer }: GraphContext,
    @Arg('fieldId', () => ID, { description: 'The field mapping.' }) fieldId: string,
    @Arg('transforms', () => [TransformStep], { nullable: true, description: 'The steps; those of the mapping when left out.' })
    transforms?: TransformStep[] | null,
    @Arg('type', () => AttributeType, { nullable: true, description: 'The kind of values wanted; that of the mapping when left out.' })
    type?: AttributeType | null,
  ): Promise<TransformPreview | InputRefused | null> {
    const user = requireUser(viewer);
    const [row] = await this.proposals.fieldsById(user.tenantId, [fieldId]);
    if (row == null) return null;
    const object = await this.proposals.objectOf(user.tenantId, row);
    if (object === null) return null;
    const definition = definitionOf(row);
    const parsed = transforms == null ? ({ kind: 'parsed', steps: definition.transform } as const) : parseSteps(transforms);
    const reason = parsed.kind === 'refused' ? parsed.reason : faultOf(parsed.steps, type ?? definition.type, definition.column, object);
    if (parsed.kind === 'refused' || reason !== null)
      return inputRefused([inputProblem(ontologyErrors.MAPPING_TRANSFORM_UNFIT({ reason: reason ?? '' }), 'transforms')]);
    const found = await this.previews.preview(user.tenantId, {
      objectId: object.objectId,
      column: definition.column,
      transform: parsed.steps,
      type: type ?? definition.type,
    });
    const { restricted } = await this.access.of(user);
    const values = restricted ? [] : found.values.map((value) => Object.assign(new PreviewedValue(), value));
    return Object.assign(new TransformPreview(), { ...found, values });
  }
}
