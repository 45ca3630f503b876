import { nameBasedUuid } from '../../../kernel/ids/name-based-uuid.ts';

/** The run that a step of kind WORKFLOW is, under a try of it: the same however often it is started. */
export function childRunId(runId: string, path: string, attempt: number): string {
  return nameBasedUuid(runId, `child:${path}:${attempt}`);
}
