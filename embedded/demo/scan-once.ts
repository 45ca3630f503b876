import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { FEEDS, POLICY } from './decisions.ts';
import type { DemoGraph } from './graph.ts';

const LOOK_MS = 500;
/** The work goes on in the server after that; the next start looks again. */
const PATIENCE_MS = 10 * 60_000;
/** Scans that are started again. */
const MAX_TRIES = 3;

const refused = z.object({ problems: z.array(z.object({ code: z.string(), message: z.string() })) });
const doneReply = z.object({ it: z.union([refused, z.object({ __typename: z.string() })]) });
const feedsReply = z.object({ telemetryFeeds: z.object({ nodes: z.array(z.object({ address: z.string().nullable() })) }) });
const policyReply = z.object({ discoveryPolicy: z.object({ version: z.number() }) });
const scansReply = z.object({ scans: z.object({ nodes: z.array(z.object({ status: z.string() })) }) });

const FEEDS_THERE = 'query DemoFeeds { telemetryFeeds(first: 100) { nodes { address } } }';
const ADD = `mutation DemoFeed($input: AddTelemetryFeedInput!) { it: addTelemetryFeed(input: $input) {
  __typename ... on InputRefused { problems { code message } } } }`;
const SAVE = `mutation DemoPolicy($input: SaveDiscoveryPolicyInput!) { it: saveDiscoveryPolicy(input: $input) {
  __typename ... on InputRefused { problems { code message } } } }`;
const START = 'mutation DemoScan { it: startScan { __typename ... on InputRefused { problems { code message } } } }';

/**
 * Resolves when a scan has read what the company's sensors, lists and books say; goes on from whatever is there already.
 * @param telemetry where they say it, and what they want to be shown
 */
export async function scanOnce(graph: DemoGraph, telemetry: { url: string; secret: string }, signal: AbortSignal): Promise<void> {
  const { telemetryFeeds } = await graph(FEEDS_THERE, {}, feedsReply);
  const there = new Set(telemetryFeeds.nodes.map(({ address }) => address));
  for (const { path, name } of FEEDS) {
    const address = `${telemetry.url}/${path}`;
    if (!there.has(address)) await done(graph, ADD, { input: { name, url: { address, secret: telemetry.secret } } });
  }
  const { discoveryPolicy } = await graph('query DemoPolicyNow { discoveryPolicy { version } }', {}, policyReply);
  if (discoveryPolicy.version === 0) await done(graph, SAVE, { input: { policy: POLICY, expectedVersion: 0 } });
  await succeeded(graph, signal);
}

async function succeeded(graph: DemoGraph, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let tries = 0; Date.now() < deadline;) {
    const { scans } = await graph('query DemoScans { scans(first: 20) { nodes { status } } }', {}, scansReply);
    if (scans.nodes.some(({ status }) => status === 'SUCCEEDED')) return;
    if (scans.nodes[0]?.status !== 'RUNNING') {
      if (++tries > MAX_TRIES) throw new Error('what the demo company runs could not be scanned');
      await done(graph, START, {});
    }
    await wait(LOOK_MS, undefined, { signal });
  }
  throw new Error('scanning what the demo company runs takes too long');
}

/** Repeating it, as after a broken connection, finds a scan that runs already. */
async function done(graph: DemoGraph, document: string, variables: Record<string, unknown>): Promise<void> {
  const { it } = await graph(document, variables, doneReply);
  const problems = 'problems' in it ? it.problems.filter(({ code }) => code !== 'SCAN_RUNNING') : [];
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
}
