import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { DATA_FILE, listFiles } from '../files/list-files.ts';
import { MAX_FILES } from '../files/limits.ts';
import { UploadRow } from './upload.entity.ts';
import { uploadErrors } from './upload.errors.ts';
import { folderOf, isUpload, uploadFolder, uploadLocation, TEMPORARY } from './upload-location.ts';
import type { Upload } from './upload.type.ts';

/** Letters of any script, and what people put into names; no separators, no control characters. */
const SAFE_NAME = /^(?!\.)[^/\\\p{C}:*?"<>|]{1,200}$/u;
/** Telemetry that is scanned, beside the data files that are connected. */
const TELEMETRY_FILE = /^\.(?:log|tfstate)$/u;
const uuid = z.uuid();

/** Takes files that people send, each streamed to disk and put in place whole. */
export class UploadService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** @throws FEATURE_OFF */
  async create(viewer: UserViewer): Promise<Upload> {
    this.#system.flags.require(viewer.tenantId, 'uploads');
    const id = randomUUID();
    await this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      em.persist(
        em.create(UploadRow, {
          id,
          tenantId: viewer.tenantId,
          createdBy: viewer.userId,
          createdAt: this.#system.clock(),
          connectedAt: null,
        }),
      );
    });
    return { id, path: `/uploads/${id}`, maxFileBytes: this.#system.config.maxUploadBytes };
  }

  /**
   * Streams one file into the upload; a file of the same name is replaced, and a broken transfer leaves nothing behind. @returns its size in bytes.
   * @throws FEATURE_OFF, UPLOAD_NOT_FOUND, UPLOAD_CLOSED, FILE_NAME_INVALID, FILE_TYPE_REFUSED, FILE_TOO_LARGE, TOO_MANY_FILES, DISK_FULL
   */
  async receive(viewer: UserViewer, uploadId: string, name: string, body: Readable, announcedBytes: number | null): Promise<number> {
    this.#system.flags.require(viewer.tenantId, 'uploads');
    await this.#open(viewer, uploadId);
    if (!SAFE_NAME.test(name)) throw uploadErrors.FILE_NAME_INVALID({});
    const ending = extname(name).toLowerCase();
    if (!DATA_FILE.test(ending) && !TELEMETRY_FILE.test(ending)) throw uploadErrors.FILE_TYPE_REFUSED({ name });
    const maxBytes = this.#system.config.maxUploadBytes;
    if (announcedBytes !== null && announcedBytes > maxBytes) throw uploadErrors.FILE_TOO_LARGE({ maxBytes });
    const folder = this.#folder(viewer, uploadId);
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length >= MAX_FILES) throw uploadErrors.TOO_MANY_FILES({ max: MAX_FILES });
    const temporary = join(folder, `${TEMPORARY}${randomUUID()}`);
    const counter = byteLimit(maxBytes);
    try {
      await pipeline(body, counter.stream, createWriteStream(temporary, { flags: 'wx', mode: 0o600 }));
      await this.#open(viewer, uploadId);
      await rename(temporary, join(folder, name));
    } catch (error) {
      await rm(temporary, { force: true });
      if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
        throw uploadErrors.DISK_FULL({}, { cause: error });
      throw error;
    }
    return counter.bytes();
  }

  /** Where the connector finds the upload's files, and what to call them. @throws UPLOAD_NOT_FOUND, UPLOAD_CLOSED, UPLOAD_EMPTY */
  async location(viewer: UserViewer, uploadId: string): Promise<{ location: string; name: string }> {
    await this.#open(viewer, uploadId);
    const folder = this.#folder(viewer, uploadId);
    const files = await listFiles(folder).catch(() => []);
    const [first] = files;
    if (first === undefined) throw uploadErrors.UPLOAD_EMPTY({});
    const name = basename(first.path, extname(first.path));
    return {
      location: uploadLocation(viewer.tenantId, uploadId),
      name: files.length === 1 ? name : `${name} and ${files.length - 1} more`,
    };
  }

  /** Marks the upload as connected, in the transaction that makes the connection. @throws UPLOAD_CLOSED when another one was faster. */
  async close({ em }: UnitOfWork, uploadId: string): Promise<void> {
    const closed = await em.nativeUpdate(UploadRow, { id: uploadId, connectedAt: null }, { connectedAt: this.#system.clock() });
    if (closed === 0) throw uploadErrors.UPLOAD_CLOSED({});
  }

  /** Deletes the files behind a location, when it is an upload's: its connection is gone. */
  async discard(location: string): Promise<void> {
    if (!isUpload(location)) return;
    await rm(folderOf(this.#system.config.dataFolder, location), { recursive: true, force: true });
  }

  async #open(viewer: UserViewer, uploadId: string): Promise<void> {
    const row = uuid.safeParse(uploadId).success
      ? await this.#system.database.unitOfWork(viewer.tenantId, ({ em }) => em.findOne(UploadRow, { id: uploadId }))
      : null;
    if (row === null) throw uploadErrors.UPLOAD_NOT_FOUND({});
    if (row.connectedAt !== null) throw uploadErrors.UPLOAD_CLOSED({});
  }

  #folder(viewer: UserViewer, uploadId: string): string {
    return uploadFolder(this.#system.config.dataFolder, viewer.tenantId, uploadId);
  }
}

function byteLimit(maxBytes: number): { stream: Transform; bytes: () => number } {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(uploadErrors.FILE_TOO_LARGE({ maxBytes }));
      else done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes };
}
