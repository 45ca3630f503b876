import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ApprovalService } from './approval.service.ts';
import type { Approval } from './approval.type.ts';

/** Approvals by id, batched within a request. */
export function approvalLoader(loaders: LoaderScope, approvals: ApprovalService, viewer: UserViewer): DataLoader<string, Approval | null> {
  return loaders.get('agents.approval', (ids) => approvals.load(viewer, ids));
}
