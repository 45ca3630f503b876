import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

/** What is wrong with a request before anybody looks at the operation in it. */
export const httpErrors = defineErrors('gateway', {
  BODY_TOO_LARGE: {
    message: (d: { maximum: number }) => `The body is larger than ${d.maximum} bytes.`,
    todo: 'Send less at once; files go to the address that `createUpload` gives.',
    retry: false,
    status: 413,
  },
  BODY_NOT_JSON: {
    message: () => 'The body is not JSON.',
    todo: 'Send {"query": "…", "variables": {…}} with content-type application/json.',
    retry: false,
    status: 400,
  },
  NOT_HTTP: {
    message: () => 'This is not a request that HTTP/1.1 knows.',
    todo: 'Send a POST to /graphql with a library for HTTP.',
    retry: false,
    status: 400,
  },
  HEAD_TOO_LARGE: {
    message: () => 'The address and the headers are larger than 16 KiB together.',
    todo: 'Send operations in the body of a POST, and fewer headers.',
    retry: false,
    status: 431,
  },
  BODY_TOO_SLOW: {
    message: () => 'The request did not arrive in time.',
    todo: 'Send the request again over a better connection.',
    retry: true,
    status: 408,
  },
  CONTENT_TYPE_UNSUPPORTED: {
    message: (d: { what: string }) => `${d.what} is not taken here.`,
    todo: 'Send JSON in UTF-8, not compressed, with content-type application/json.',
    retry: false,
    status: 415,
  },
  NOT_ACCEPTABLE: {
    message: () => 'None of the types that `accept` names is one we answer in.',
    todo: 'Accept application/graphql-response+json or application/json.',
    retry: false,
    status: 406,
  },
  METHOD_NOT_ALLOWED: {
    message: (d: { method: string }) => `${d.method} is not answered here.`,
    todo: 'Send operations by POST, or queries by GET.',
    retry: false,
    status: 405,
  },
  CROSS_SITE_REQUEST: {
    message: () => 'A browser could have been made to send this request by any page.',
    todo: 'Send a POST with content-type application/json, or add the header apollo-require-preflight: true.',
    retry: false,
    status: 400,
  },
  REQUEST_TIMED_OUT: {
    message: (d: { seconds: number }) => `The operation took longer than ${d.seconds} seconds.`,
    todo: 'Ask for less at once. A mutation may have been carried out: look before you send it again.',
    retry: true,
    status: 504,
  },
  ROUTE_NOT_FOUND: {
    message: (d: { path: string }) => `There is nothing at ${d.path}.`,
    todo: 'The graph is at /graphql.',
    retry: false,
    status: 404,
  },
});
