import { z } from 'zod';
import { readRoutes } from '../../../kernel/outbound/gateway-routes.ts';
import type { AskDoor } from '../through-door.ts';
import { ToolFailure, type ToolCall } from '../tool.ts';
import type { ToolHostService } from './tool-host.service.ts';

const MAX_PLANES = 200;
const POLICY = '{ planePolicy { directAllowed } }';
const PLANES = `query ($first: Int!) {
  planePolicy { allowedKinds } fabricPlanes(first: $first) { nodes { kind name address settings { name value } } } }`;

const policySchema = z.object({ planePolicy: z.object({ directAllowed: z.boolean() }) });
const planesSchema = z.object({
  planePolicy: z.object({ allowedKinds: z.array(z.string()) }),
  fabricPlanes: z.object({
    nodes: z.array(
      z.object({
        kind: z.string(),
        name: z.string(),
        address: z.string(),
        settings: z.array(z.object({ name: z.string(), value: z.string() })),
      }),
    ),
  }),
});
type Plane = z.infer<typeof planesSchema>['fabricPlanes']['nodes'][number];

/** The way that a call takes to somebody outside. */
export interface Way {
  /** Where it is sent: straight, or to the gateway of a fabric plane. */
  url: string;
  /** What the gateway is sent along, as the company keeps it for its host; nothing on the straight way. */
  headers: Readonly<Record<string, string>>;
}

/**
 * The way that a call has to take to an address: through the gateway of the plane that its step names, or straight, where the company's policy about
 * fabric planes lets it at this moment. @throws ToolFailure DIRECT_CALL_NOT_ALLOWED, PLANE_NOT_FOUND, PLANE_NOT_ALLOWED, PLANE_DOES_NOT_CARRY,
 * PLANE_ROUTE_MISSING, TOOL_HOST_NOT_ALLOWED
 */
export type WayTo = (call: ToolCall, url: string) => Promise<Way>;

/** Asks the graph as the agent does, so that the policy is the one that holds for connections. */
export function waysOut(ask: AskDoor, hosts: ToolHostService): WayTo {
  return async (call, url) => {
    if (call.plane === undefined) {
      const { planePolicy } = policySchema.parse((await ask(call, { document: POLICY })).data);
      if (planePolicy.directAllowed) return { url, headers: {} };
      throw new ToolFailure(
        'DIRECT_CALL_NOT_ALLOWED',
        'The company lets nobody be called but through a fabric plane: name it at the step.',
      );
    }
    const plane = await planeOf(ask, call, call.plane);
    const routed = throughGateway(plane, new URL(url));
    const { host } = new URL(routed);
    const headers = await hosts.headersFor(call.tenantId, host);
    if (headers === null)
      throw new ToolFailure('TOOL_HOST_NOT_ALLOWED', `The company does not let agents call ${host}, where “${plane.name}” is.`);
    return { url: routed, headers };
  };
}

async function planeOf(ask: AskDoor, call: ToolCall, name: string): Promise<Plane> {
  const { planePolicy, fabricPlanes } = planesSchema.parse((await ask(call, { document: PLANES, variables: { first: MAX_PLANES } })).data);
  const [plane, other] = fabricPlanes.nodes.filter((each) => each.name === name);
  if (plane === undefined) throw new ToolFailure('PLANE_NOT_FOUND', `There is no fabric plane “${name}”.`);
  if (other !== undefined) throw new ToolFailure('PLANE_NOT_FOUND', `Several fabric planes are called “${name}”.`);
  if (!planePolicy.allowedKinds.includes(plane.kind))
    throw new ToolFailure('PLANE_NOT_ALLOWED', `The company’s policy allows no fabric planes of the kind that “${name}” is.`);
  return plane;
}

function throughGateway({ name, address, settings }: Plane, url: URL): string {
  const written = settings.find((setting) => setting.name === 'routes');
  if (written === undefined) throw new ToolFailure('PLANE_DOES_NOT_CARRY', `“${name}” carries no calls.`);
  const route = readRoutes(written.value)?.get(url.host.toLowerCase());
  if (route === undefined) throw new ToolFailure('PLANE_ROUTE_MISSING', `“${name}” has no route to ${url.host}, so it was not called.`);
  return `${address.replace(/\/+$/u, '')}${route}${url.pathname}${url.search}`;
}
