import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderLock } from './data-folder-lock.ts';
import { DataFolderInUseError } from './errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('DataFolderLock', () => {
  it('is held once, and free after its release', () => {
    const lock = DataFolderLock.acquire(folder);
    expect(() => DataFolderLock.acquire(folder)).toThrow(DataFolderInUseError);
    lock[Symbol.dispose]();
    DataFolderLock.acquire(folder);
    expect(readdirSync(folder)).toEqual(['postgres.lock']);
  });
  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'x' })],
    ['a number that names another process now', JSON.stringify({ pid: process.pid, startedAt: 'x' })],
    ['something unreadable', '{'],
  ])('is taken over from %s', (_, content) => {
    writeFileSync(join(folder, 'postgres.lock'), content);
    DataFolderLock.acquire(folder);
    expect(readdirSync(folder)).toEqual(['postgres.lock']);
  });
  it('is respected without a start time, when its process lives', () => {
    writeFileSync(join(folder, 'postgres.lock'), JSON.stringify({ pid: process.ppid, startedAt: 'unknown' }));
    expect(() => DataFolderLock.acquire(folder)).toThrow(DataFolderInUseError);
  });
});
