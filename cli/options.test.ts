import { describe, expect, test } from 'vitest';
import { ROOT } from './launcher/paths.mjs';
import { asArguments, serverEnvironment, serverOptions } from './options.ts';

describe('options', () => {
  test('the data folder is .data beside package.json unless the command line or the environment says otherwise', () => {
    expect(serverOptions({}, {}).dataFolder).toBe(`${ROOT}/.data`);
    expect(serverOptions({}, { DATA_FOLDER: '/srv/a' }).dataFolder).toBe('/srv/a');
    expect(serverOptions({ dataFolder: '/srv/b' }, { DATA_FOLDER: '/srv/a' }).dataFolder).toBe('/srv/b');
  });

  test('a relative data folder becomes absolute, so that the background server means the same one', () => {
    expect(serverOptions({ dataFolder: 'x' }, {}).dataFolder).toBe(`${process.cwd()}/x`);
  });

  test('the options survive the way through a command line', () => {
    const options = { dataFolder: '/srv/a', port: 4100, database: 'embedded' };
    expect(asArguments(options)).toEqual(['--data-folder', '/srv/a', '--port', '4100', '--database', 'embedded']);
    expect(asArguments({ dataFolder: '/srv/a', port: null, database: null })).toEqual(['--data-folder', '/srv/a']);
  });

  test('--database embedded overrules DATABASE_URL, a URL becomes DATABASE_URL, and no option keeps the environment', () => {
    const inherited = { DATABASE_URL: 'postgres://old' };
    const options = { dataFolder: '/srv/a', port: null };
    expect(serverEnvironment({ ...options, database: 'embedded' }, inherited)).toEqual({ DATA_FOLDER: '/srv/a' });
    expect(serverEnvironment({ ...options, database: 'postgres://new' }, inherited)).toEqual({
      DATA_FOLDER: '/srv/a',
      DATABASE_URL: 'postgres://new',
    });
    expect(serverEnvironment({ ...options, database: null }, inherited)).toEqual({ DATA_FOLDER: '/srv/a', DATABASE_URL: 'postgres://old' });
  });

  test('--port overrules PORT', () => {
    expect(serverEnvironment({ dataFolder: '/srv/a', port: 4100, database: null }, { PORT: '5000' })['PORT']).toBe('4100');
  });
});
