import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of what is done with dashboards beside saving them. */
export const dashboardErrors = defineErrors('insights', {
  DASHBOARD_VERSION_NOT_FOUND: {
    message: () => 'There is no such version of this dashboard.',
    todo: 'Take one that dashboardVersions lists; the last 100 are kept.',
    retry: false,
    status: 404,
  },
  TEMPLATE_NOT_FOUND: {
    message: () => 'There is no such template.',
    todo: 'Take one that dashboardTemplates lists; somebody may have removed it.',
    retry: false,
    status: 404,
  },
  TEMPLATE_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named part and save the template again.',
    retry: false,
    status: 400,
  },
  TOO_MANY_TEMPLATES: {
    message: (d: { max: number }) => `${d.max} templates are kept already; that is the most there can be.`,
    todo: 'Remove one that is no longer needed.',
    retry: false,
    status: 409,
  },
  DASHBOARD_SCHEDULE_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Give a cron expression of five fields, such as “0 7 * * 1” for Mondays at seven, and an IANA time zone.',
    retry: false,
    status: 400,
  },
  SNAPSHOT_NOT_FOUND: {
    message: () => 'There is no such snapshot.',
    todo: 'Take one that dashboardSnapshots lists.',
    retry: false,
    status: 404,
  },
  SNAPSHOT_TAKER_GONE: {
    message: () => 'Whoever set this schedule may no longer read dashboards here.',
    todo: 'Set the schedule anew as somebody who may.',
    retry: false,
    status: 409,
  },
  OPERATION_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the operation; it must be one query of this graph that runs as it is.',
    retry: false,
    status: 400,
  },
  RESULT_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Run the operation and hand in what it answered as JSON, at most 200 000 characters.',
    retry: false,
    status: 400,
  },
  NOTHING_TO_SHOW: {
    message: () => 'The result has nothing that a dashboard could show: no numbers and no lists.',
    todo: 'Select numbers, or lists of things with names, dates or numbers.',
    retry: false,
    status: 400,
  },
});
