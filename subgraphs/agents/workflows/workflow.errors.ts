import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of keeping and starting workflows. */
export const workflowErrors = defineErrors('agents', {
  WORKFLOW_NOT_FOUND: {
    message: (d: { name: string }) => `There is no workflow ${d.name} that could run.`,
    todo: 'Check the name and the version; a workflow without a published version runs only when a version is named.',
    retry: false,
    status: 404,
  },
  WORKFLOW_VERSION_NOT_FOUND: {
    message: (d: { name: string; version: number }) => `The workflow ${d.name} has no version ${d.version}.`,
    todo: 'Read its versions again.',
    retry: false,
    status: 404,
  },
  WORKFLOW_FAULTY: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named part of the definition and save it again.',
    retry: false,
    status: 400,
  },
  WORKFLOW_INPUT_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Give the workflow the input that its definition asks for.',
    retry: false,
    status: 400,
  },
  WORKFLOW_NOT_PUBLISHABLE: {
    message: (d: { version: number; status: string }) => `Version ${d.version} is ${d.status.toLowerCase()}.`,
    todo: 'Only a draft or a retired version can be published; read the versions again.',
    retry: false,
    status: 409,
  },
  WORKFLOW_NOT_RETIRABLE: {
    message: (d: { version: number; status: string }) => `Version ${d.version} is ${d.status.toLowerCase()}.`,
    todo: 'Only the published version can be retired; read the versions again.',
    retry: false,
    status: 409,
  },
  RUN_ID_TAKEN: {
    message: () => 'Another run has this id.',
    todo: 'Choose a new id; the same one starts the same run only once.',
    retry: false,
    status: 409,
  },
  RUN_NOT_OF_A_WORKFLOW: {
    message: () => 'The run is not one of a workflow.',
    todo: 'Only runs of workflows can be paused or forked.',
    retry: false,
    status: 409,
  },
  RUN_NOT_PAUSABLE: {
    message: (d: { status: string }) => `The run is ${d.status.toLowerCase()}, so there is nothing to pause.`,
    todo: 'Read the run again.',
    retry: false,
    status: 409,
  },
  RUN_NOT_REPLAYABLE: {
    message: (d: { reason: string }) => `The run cannot be gone through again. ${d.reason}`,
    todo: 'Choose a run of a workflow that has succeeded, failed or been cancelled by itself; one that goes on can be followed.',
    retry: false,
    status: 409,
  },
  RUN_NOT_FORKABLE: {
    message: (d: { path: string }) => `The run has not been at ${d.path}, so it cannot go another way from there.`,
    todo: 'Choose a step that the run has begun.',
    retry: false,
    status: 409,
  },
});
