import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const scanErrors = defineErrors('assets', {
  SCAN_RUNNING: {
    message: () => 'A scan is running already.',
    todo: 'Wait until it has ended, or cancel it with `cancelScan`.',
    retry: true,
    status: 409,
  },
  NO_TELEMETRY: {
    message: () => 'There is no telemetry to scan.',
    todo: 'Add some with `addTelemetryFeed`.',
    retry: false,
    status: 400,
  },
  SCAN_NOT_FOUND: {
    message: () => 'There is no such scan.',
    todo: 'List them with `scans` and use one of their ids.',
    retry: false,
    status: 404,
  },
  SCAN_NOT_FINISHED: {
    message: () => 'This scan has not succeeded: there is nothing to compare or repeat.',
    todo: 'Choose one whose status is SUCCEEDED.',
    retry: false,
    status: 409,
  },
  SCAN_NOT_RUNNING: {
    message: () => 'This scan is not running.',
    todo: 'Nothing; it has ended.',
    retry: false,
    status: 409,
  },
  SCAN_TOO_OLD: {
    message: () => 'An earlier version of the product kept what this scan knew in another form.',
    todo: 'Start a new scan, and choose that one.',
    retry: false,
    status: 409,
  },
  SCAN_INPUT_CHANGED: {
    message: (d: { name: string }) => `${d.name} is not there any more as that scan read it.`,
    todo: 'Start a new scan instead of a replay.',
    retry: false,
    status: 409,
  },
  SCAN_CANCELLED: {
    message: () => 'The scan was cancelled.',
    todo: 'Start it again when it is wanted after all.',
    retry: false,
    status: 409,
  },
});
