import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const planeErrors = defineErrors('connectors', {
  PLANE_NOT_FOUND: {
    message: () => 'There is no such fabric plane.',
    todo: 'Check the id; the plane may have been removed.',
    retry: false,
    status: 404,
  },
  PLANE_NOT_ALLOWED: {
    message: (d: { plane: string; kind: string }) => `Connections may not go through “${d.plane}”: the company’s policy does not allow ${d.kind}.`,
    todo: 'Choose a plane of a kind that is allowed (planePolicy), or have an administrator allow this kind.',
    retry: false,
    status: 403,
  },
  DIRECT_CALL_NOT_ALLOWED: {
    message: () => 'The company’s policy does not allow connections that go through no fabric plane.',
    todo: 'Choose a plane for the connection, or have an administrator allow direct calls (setPlanePolicy).',
    retry: false,
    status: 403,
  },
  PLANE_DOES_NOT_CARRY: {
    message: (d: { plane: string; planeKind: string; kind: string }) => `“${d.plane}” (${d.planeKind}) cannot carry connections of kind ${d.kind}.`,
    todo: 'Choose another plane; fabricPlaneCatalogue says which kinds each of them carries.',
    retry: false,
    status: 400,
  },
  PLANE_IN_USE: {
    message: (d: { plane: string; connections: string }) => `Connections go through “${d.plane}”: ${d.connections}.`,
    todo: 'Give them another plane first (setConnectionPlane), or remove them.',
    retry: false,
    status: 409,
  },
  TOO_MANY_PLANES: {
    message: (d: { maximum: number }) => `A company has at most ${d.maximum} fabric planes.`,
    todo: 'Remove one that nothing goes through.',
    retry: false,
    status: 409,
  },
  PLANE_NAME_TAKEN: {
    message: (d: { name: string }) => `There is a fabric plane called “${d.name}” already.`,
    todo: 'Choose another name.',
    retry: false,
    status: 409,
  },
  PLANE_NAME_INVALID: {
    message: (d: { maximum: number }) => `A plane’s name has 1 to ${d.maximum} characters.`,
    todo: 'Choose another name.',
    retry: false,
    status: 400,
  },
  PLANE_ADDRESS_INVALID: {
    message: (d: { protocols: string }) => `This is not the address of such a plane: it begins with ${d.protocols}, and holds no name, password or query.`,
    todo: 'Copy the address from the product’s settings; secrets go into their own field.',
    retry: false,
    status: 400,
  },
  PLANE_SETTING_INVALID: {
    message: (d: { field: string; why: string }) => `${d.field}: ${d.why}.`,
    todo: 'See fabricPlaneCatalogue for what each field takes.',
    retry: false,
    status: 400,
  },
  PLANE_UNREACHABLE: {
    message: (d: { host: string; why: string }) => `${d.host} does not answer as such a plane does: ${d.why}.`,
    todo: 'Check the plane’s address and whether it runs; it is looked at again by itself.',
    retry: true,
    status: 502,
  },
  PLANE_SECRET_REFUSED: {
    message: (d: { host: string; why: string }) => `${d.host} does not let us in: ${d.why}.`,
    todo: 'Make a new key or token in the product’s settings, with the rights named there, and change the plane.',
    retry: false,
    status: 401,
  },
  PLANE_ROUTE_MISSING: {
    message: (d: { plane: string; host: string }) => `“${d.plane}” has no route to ${d.host}, so it was not called.`,
    todo: 'Make a route at the gateway and add it to the plane’s routes as host=/path.',
    retry: false,
    status: 400,
  },
  PLANE_ROUTE_REFUSED: {
    message: (d: { plane: string; why: string }) => `“${d.plane}” did not pass the request on: ${d.why}.`,
    todo: 'Check the routes of the gateway and those of the plane; the vendor was not asked.',
    retry: false,
    status: 502,
  },
  PLANE_LIMITED: {
    message: (d: { plane: string }) => `“${d.plane}” has refused more requests for longer than we wait: its own limit is used up, not the vendor’s.`,
    todo: 'Sync again later, or have the limit of this consumer raised at the gateway.',
    retry: true,
    status: 503,
  },
  PLANE_SOURCE_AWAY: {
    message: (d: { plane: string; why: string }) => `“${d.plane}” does not reach the vendor: ${d.why}.`,
    todo: 'Check the gateway’s upstream; the sync goes on where it was once it answers again.',
    retry: true,
    status: 502,
  },
  PLANE_TOKEN_SPENT: {
    message: (d: { plane: string }) => `“${d.plane}” no longer takes its own token; another one is asked for.`,
    todo: 'Check the app’s credentials at the gateway when this comes again and again.',
    retry: true,
    status: 502,
  },
  PLANE_OR_ADDRESS: {
    message: (d: { kind: string }) => `A connection of kind ${d.kind} goes through a fabric plane of that kind, or needs an address of its own.`,
    todo: 'Choose a plane, or give the address and the secret.',
    retry: false,
    status: 400,
  },
}); // prettier-ignore
