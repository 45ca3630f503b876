import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { InputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { referTo, User } from '../run/stubs.type.ts';
import { differences } from './difference.ts';
import { readDefinition } from './definition/read-definition.ts';
import type { WorkflowRow } from './store/workflow.entity.ts';
import type { WorkflowVersionRow } from './store/workflow-version.entity.ts';
import { workflowErrors } from './workflow.errors.ts';
import { currentVersionsLoader, workflowLoader } from './workflow.loader.ts';
import type { VersionOfWorkflow, WorkflowService } from './workflow.service.ts';
import {
  Workflow,
  WorkflowCheck,
  WorkflowConnection,
  WorkflowDifference,
  WorkflowResult,
  WorkflowSaved,
  WorkflowVersion,
  WorkflowVersionConnection,
} from './workflow.type.ts';

@Resolver(() => Workflow)
export class WorkflowResolver {
  private readonly service: WorkflowService;

  constructor(service: WorkflowService) {
    this.service = service;
  }

  @Query(() => WorkflowConnection, { description: 'What agents can be told to do, by name.' })
  async workflows(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Workflow>> {
    return this.service.page(requireUser(viewer), pageOf(first, after));
  }

  @Query(() => Workflow, { nullable: true, description: 'One workflow by its name; null when there is none.' })
  workflow(
    @Ctx() { viewer }: GraphContext,
    @Arg('name', () => String, { description: 'Its name.' }) name: string,
  ): Promise<Workflow | null> {
    return this.service.find(requireUser(viewer), { name });
  }

  @Query(() => WorkflowVersion, { nullable: true, description: 'One version of a workflow; null when there is none.' })
  async workflowVersion(
    @Ctx() { viewer }: GraphContext,
    @Arg('workflow', () => String, { description: 'Name of the workflow.' }) name: string,
    @Arg('version', () => Int, { description: 'Its number.' }) version: number,
  ): Promise<WorkflowVersion | null> {
    try {
      return toVersion((await this.service.version(requireUser(viewer), name, version)).version);
    } catch (error) {
      if (error instanceof DomainError && error.extensions.status === NOT_FOUND) return null;
      throw error;
    }
  }

  @Query(() => WorkflowCheck, { description: 'What a text says as a workflow, without keeping it.' })
  checkWorkflow(
    @Ctx() { viewer }: GraphContext,
    @Arg('text', () => String, { description: 'The workflow, as YAML or JSON.' }) text: string,
  ): WorkflowCheck {
    requireUser(viewer);
    const read = readDefinition(text);
    return read.kind === 'FAULTY' ? { problems: [...read.problems], definition: null } : { problems: [], definition: read.definition };
  }

  @Query(() => [WorkflowDifference], { description: 'Where two versions of a workflow differ.' })
  async workflowDifferences(
    @Ctx() { viewer }: GraphContext,
    @Arg('workflow', () => String, { description: 'Name of the workflow.' }) name: string,
    @Arg('before', () => Int, { description: 'Number of the earlier version.' }) before: number,
    @Arg('after', () => Int, { description: 'Number of the later version.' }) after: number,
  ): Promise<WorkflowDifference[]> {
    const user = requireUser(viewer);
    const [was, is] = await Promise.all([this.service.version(user, name, before), this.service.version(user, name, after)]);
    return differences(was.version.definition, is.version.definition);
  }

  @Mutation(() => WorkflowResult, { description: 'Keeps a workflow as a draft: a new version, or a new workflow when none has its name.' })
  async saveWorkflow(
    @Ctx() { viewer }: GraphContext,
    @Arg('text', () => String, { description: 'The workflow, as YAML or JSON.' }) text: string,
    @Arg('note', () => String, { nullable: true, description: 'What to remember of this version.' }) note: string | null,
  ): Promise<WorkflowSaved | InputRefused> {
    const result = await this.service.save(requireUser(viewer), text, note ?? null);
    if (result.kind === 'SAVED') return toSaved(result.saved);
    const { todo } = workflowErrors.WORKFLOW_FAULTY({ reason: '' }).extensions;
    return inputRefused(
      result.problems.map(({ code, path, message }) =>
        Object.assign(new InputProblem(), { code: `WORKFLOW_${code}`, field: path === '' ? null : path, message, todo }),
      ),
    );
  }

  @Mutation(() => WorkflowResult, { description: 'Makes a version the one that runs go by.' })
  publishWorkflow(
    @Ctx() { viewer }: GraphContext,
    @Arg('workflow', () => String, { description: 'Name of the workflow.' }) name: string,
    @Arg('version', () => Int, { description: 'Number of the version.' }) version: number,
  ): Promise<WorkflowSaved | InputRefused> {
    return resultOf(() => this.service.publish(requireUser(viewer), name, version));
  }

  @Mutation(() => WorkflowResult, { description: 'Has no new run go by the published version; those that run go on.' })
  retireWorkflow(
    @Ctx() { viewer }: GraphContext,
    @Arg('workflow', () => String, { description: 'Name of the workflow.' }) name: string,
    @Arg('version', () => Int, { description: 'Number of the version.' }) version: number,
  ): Promise<WorkflowSaved | InputRefused> {
    return resultOf(() => this.service.retire(requireUser(viewer), name, version));
  }

  @FieldResolver(() => WorkflowVersion, {
    nullable: true,
    description: 'What runs go by that name no version; null while none is published.',
  })
  async published(@Root() { id }: Workflow, @Ctx() { viewer, loaders }: GraphContext): Promise<WorkflowVersion | null> {
    const current = await currentVersionsLoader(loaders, this.service, requireUser(viewer)).load(id);
    return current?.published == null ? null : toVersion(current.published);
  }

  @FieldResolver(() => WorkflowVersion, { nullable: true, description: 'The version that was saved last.' })
  async latest(@Root() { id }: Workflow, @Ctx() { viewer, loaders }: GraphContext): Promise<WorkflowVersion | null> {
    const current = await currentVersionsLoader(loaders, this.service, requireUser(viewer)).load(id);
    return current?.latest == null ? null : toVersion(current.latest);
  }

  @FieldResolver(() => WorkflowVersionConnection, { description: 'Its versions, newest first.' })
  async versions(
    @Root() { id }: Workflow,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<WorkflowVersion>> {
    const { edges, nodes, ...page } = await this.service.versions(requireUser(viewer), id, pageOf(first, after));
    return { ...page, edges: edges.map(({ node, cursor }) => ({ node: toVersion(node), cursor })), nodes: nodes.map(toVersion) };
  }
}

const NOT_FOUND = 404;

@Resolver(() => WorkflowVersion)
export class WorkflowVersionResolver {
  private readonly service: WorkflowService;

  constructor(service: WorkflowService) {
    this.service = service;
  }

  @FieldResolver(() => Workflow, { nullable: true, description: 'The workflow it is a version of.' })
  workflow(@Root() { workflowId }: WorkflowVersion, @Ctx() { viewer, loaders }: GraphContext): Promise<Workflow | null> {
    return workflowLoader(loaders, this.service, requireUser(viewer)).load(workflowId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who saved it; null when it came with the product.' })
  createdBy(@Root() { createdById }: WorkflowVersion): User | null {
    return createdById === null ? null : referTo(User, createdById);
  }
}

/** A row as the graph shows it. */
export function toVersion(row: WorkflowVersionRow): WorkflowVersion {
  const { id, version, status, definition, text, checksum, createdAt, workflowId } = row;
  return {
    id, version, status, definition, text, checksum, createdAt, workflowId,
    note: row.note ?? null,
    publishedAt: row.publishedAt ?? null,
    createdById: row.createdBy ?? null,
  }; // prettier-ignore
}

function toSaved({ workflow, version }: { workflow: WorkflowRow; version: WorkflowVersionRow }): WorkflowSaved {
  return Object.assign(new WorkflowSaved(), { workflow, version: toVersion(version) });
}

function resultOf(change: () => Promise<VersionOfWorkflow>): Promise<WorkflowSaved | InputRefused> {
  return refusalAsResult(
    async () => toSaved(await change()),
    ({ code }) => (code === 'WORKFLOW_NOT_FOUND' ? 'workflow' : 'version'),
  );
}
