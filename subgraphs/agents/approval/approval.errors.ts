import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why a decision is not taken. */
export const approvalRules = defineErrors('agents', {
  APPROVAL_BY_RESPONSIBLE: {
    message: () => 'Whoever is responsible for it cannot approve it.',
    todo: 'Have somebody decide who is accountable, or an owner take it over.',
    retry: false,
    status: 403,
  },
  APPROVAL_NOT_ACCOUNTABLE: {
    message: () => 'Others are accountable for this and decide it.',
    todo: 'Ask one of those named under `raci.accountable`, or an owner to take it over.',
    retry: false,
    status: 403,
  },
  APPROVAL_NOT_YOURS: {
    message: () => 'Your role does not decide what agents may do.',
    todo: 'Ask an owner, an admin or an operator.',
    retry: false,
    status: 403,
  },
  APPROVAL_REASON_NEEDED: {
    message: () => 'Taking over a decision that is others’ needs a reason.',
    todo: 'Say in the comment why you decide instead of those who are accountable.',
    retry: false,
    status: 400,
  },
  APPROVAL_ANSWER_NEEDED: {
    message: () => 'An answer needs words.',
    todo: 'Write what the agent is to know as the comment.',
    retry: false,
    status: 400,
  },
  APPROVAL_NOT_EDITABLE: {
    message: () => 'There is nothing in it that could be edited.',
    todo: 'Approve or reject it as it is.',
    retry: false,
    status: 409,
  },
  APPROVAL_NOT_ANSWERABLE: {
    message: () => 'No agent waits for an answer to it.',
    todo: 'Approve or reject it.',
    retry: false,
    status: 409,
  },
  APPROVAL_PAYLOAD_INVALID: {
    message: (d: { why: string }) => `What you made of it cannot be done: ${d.why}.`,
    todo: 'Correct the payload; its form has to stay as it was asked for.',
    retry: false,
    status: 400,
  },
  TOO_MANY_APPROVALS: {
    message: (d: { maximum: number }) => `At most ${d.maximum} approvals are decided at a time.`,
    todo: 'Decide them in several calls.',
    retry: false,
    status: 400,
  },
});
