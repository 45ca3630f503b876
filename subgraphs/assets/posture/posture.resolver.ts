import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { scanLoader } from '../scan/scan.loader.ts';
import type { ScanService } from '../scan/scan.service.ts';
import { Scan } from '../scan/scan.type.ts';
import type { PostureService } from './posture.service.ts';
import { PostureDay } from './posture.type.ts';

const MOST_DAYS = 500;

@Resolver(() => PostureDay)
export class PostureResolver {
  private readonly service: PostureService;
  private readonly scans: ScanService;

  constructor(posture: PostureService, scans: ScanService) {
    this.service = posture;
    this.scans = scans;
  }

  @Query(() => [PostureDay], { description: 'How the company, or a department, stood day by day, oldest first: days that a scan was of.' })
  posture(
    @Ctx() { viewer }: GraphContext,
    @Arg('department', () => String, {
      nullable: true,
      description: 'A department as `postureByDepartment` names it; left out: the whole company.',
    })
    department: string | null,
    @Arg('days', () => Int, { defaultValue: 90, description: 'How many of the last such days, 1 to 500.' }) days: number,
  ): Promise<PostureDay[]> {
    if (days < 1 || days > MOST_DAYS) throw commonErrors.INVALID_INPUT({ reason: `\`days\` is 1 to ${MOST_DAYS}.` });
    return this.service.days(requireUser(viewer), department ?? null, days);
  }

  @Query(() => [PostureDay], { description: 'How departments stand by the last scan, those that stand worst first; at most 200.' })
  postureByDepartment(@Ctx() { viewer }: GraphContext): Promise<PostureDay[]> {
    return this.service.departments(requireUser(viewer));
  }

  @FieldResolver(() => Scan, { nullable: true, description: 'The scan it is by.' })
  scan(@Root() { scanId }: PostureDay, @Ctx() context: GraphContext): Promise<Scan | null> {
    return scanLoader(context, this.scans).load(scanId);
  }
}
