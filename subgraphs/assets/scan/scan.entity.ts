import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { Posture } from '../discovery/posture/posture.ts';
import type { ScanCounts, ScanMode, ScanStatus } from './scan.type.ts';

/** A feed that a scan could not fetch. */
export interface UnfetchedFeed extends StoredProblem {
  feedId: string;
}

export const ScanRow = defineEntity({
  name: 'ScanRow',
  tableName: 'scan',
  properties: {
    /** Also the id of its durable run. */
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Counts the tenant's scans from 1: what is known holds from one number to another. */
    number: p.integer(),
    status: p.string().$type<ScanStatus>(),
    /** As asked for, until it is known whether it can be done so. */
    mode: p.string().$type<ScanMode>(),
    replayOf: p.uuid().nullable(),
    /** The moment it judges as of; null: to be read from the telemetry. */
    asOf: p.datetime().nullable(),
    /** What says to have happened later is from the future: the end of the day where `asOf` was told as one. */
    latestAt: p.datetime().nullable(),
    policyVersion: p.integer(),
    /** In which form it kept what it knew; what was kept in another one is not gone on from. */
    factsFormat: p.integer(),
    startedAt: p.datetime(),
    startedBy: p.uuid().nullable(),
    finishedAt: p.datetime().nullable(),
    recordsRead: p.bigint('number'),
    recordsTaken: p.bigint('number'),
    recordsKept: p.bigint('number'),
    recordsRefused: p.bigint('number'),
    counts: p.json().$type<ScanCounts>().nullable(),
    /** Feeds that it could not fetch, and why: it went by what came from there before. */
    unfetched: p.json().$type<readonly UnfetchedFeed[]>(),
    /** How the tenant and its departments stand by it; read only to keep it by the day. */
    posture: p.json().$type<readonly Posture[]>().nullable().lazy(),
    /** Of all judgements in the order of their keys; the same for the same judgements. */
    digest: p.text().nullable(),
    problem: p.json().$type<StoredProblem>().nullable(),
  },
});
export type ScanRow = InferEntity<typeof ScanRow>;

/** Records of one list of a file, by what became of them. */
export interface ListCount {
  list: string;
  read: number;
  taken: number;
  kept: number;
  refused: number;
}

export const ScanFileRow = defineEntity({
  name: 'ScanFileRow',
  tableName: 'scan_file',
  properties: {
    tenantId: p.uuid().primary(),
    scanId: p.uuid().primary(),
    position: p.integer().primary(),
    feedId: p.uuid(),
    name: p.text(),
    bytes: p.bigint('number'),
    /** SHA-256 of its bytes. */
    checksum: p.text(),
    /** false: what it says was known from the scan before, and it was not read. */
    readAgain: p.boolean(),
    /** Code of its format; null before it was read, and for what no reader knows. */
    format: p.text().nullable(),
    /** Whether it ended where a file of its format ends. */
    whole: p.boolean(),
    lists: p.json().$type<ListCount[]>(),
  },
});
export type ScanFileRow = InferEntity<typeof ScanFileRow>;
exemptFromAudit(ScanFileRow, 'what a scan read; that it was started is in the trail');

export const ScanProblemRow = defineEntity({
  name: 'ScanProblemRow',
  tableName: 'scan_problem',
  properties: {
    tenantId: p.uuid().primary(),
    scanId: p.uuid().primary(),
    position: p.integer().primary(),
    file: p.text(),
    list: p.text(),
    record: p.text(),
    code: p.text(),
  },
});
export type ScanProblemRow = InferEntity<typeof ScanProblemRow>;
exemptFromAudit(ScanProblemRow, 'what a scan read; that it was started is in the trail');
