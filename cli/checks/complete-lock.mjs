/*
 * `npm run lock`: completes package-lock.json with optional packages of other platforms.
 * A registry mirror that lacks one of them makes npm leave it out of the lock file, and `npm ci` then refuses the whole file,
 * on every machine. Each is added with the version its owner names and the platforms its name tells; npm skips it where it does not fit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../launcher/paths.mjs';

/** @typedef {{ version?: string, optional?: boolean, optionalDependencies?: Record<string, string>, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} Packages by their path, for example `node_modules/a/node_modules/b` */

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const LIBRARIES = new Map([
  ['gnu', 'glibc'],
  ['musl', 'musl'],
]);

/**
 * Optional packages that some locked package names and the lock file does not hold.
 * @param {Packages} packages
 * @returns {{ owner: string, name: string, range: string }[]}
 */
export function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(packages, owner, name))
      .map(([name, range]) => ({ owner, name, range })),
  );
}

/**
 * The packages with the missing ones added beside the others, in npm's order.
 * @param {Packages} packages
 * @returns {Packages}
 */
export function complete(packages) {
  const added = Object.fromEntries(missingOptionals(packages).map(({ name, range }) => [`node_modules/${name}`, lockedFrom(name, range)]));
  const all = Object.entries({ ...packages, ...added });
  return Object.fromEntries(all.toSorted(([left], [right]) => left.localeCompare(right, 'en')));
}

/**
 * Looks where Node would: below the owner, then below each folder above it.
 * @param {Packages} packages
 * @param {string} owner
 * @param {string} name
 */
function isLocked(packages, owner, name) {
  for (let path = owner; ; path = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1))) {
    if (packages[path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`] !== undefined) return true;
    if (path === '') return false;
  }
}

/**
 * @param {string} name for example `@swc/core-linux-arm-gnueabihf`
 * @param {string} range
 * @returns {LockedPackage}
 */
function lockedFrom(name, range) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.flatMap((word) => LIBRARIES.get(word) ?? []);
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(os.includes('linux') && libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(ROOT, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingOptionals(lock.packages);
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages: complete(lock.packages) }, null, 2)}\n`);
  process.stdout.write(`added ${missing.length} optional packages of other platforms\n`);
}
