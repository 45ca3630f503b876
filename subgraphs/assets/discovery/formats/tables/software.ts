import { textOf } from '../../snapshot/fields.ts';
import type { TableFormat } from '../format.ts';
import { observed, saying, silent } from '../outcome.ts';
import { amountOf, whenOf } from './cells.ts';
import { DEVICE, USER } from './words.ts';

/** What is installed on devices: osquery's tables, and the reports of device management. */
export const software: TableFormat = {
  kind: 'TABLE',
  code: 'INSTALLED_SOFTWARE',
  title: 'installed software (CSV, JSON: osquery, Jamf, Intune)',
  named: /software|programs|osquery|jamf|intune|installed|apps/i,
  columns: {
    name: ['name', 'displayname', 'applicationname', 'applicationtitle', 'softwarename', 'software', 'application', 'app', 'appname', 'productname', 'title', 'program', 'package', 'bundlename'], // prettier-ignore
    version: ['version', 'applicationversion', 'softwareversion', 'displayversion', 'appversion', 'bundleshortversion', 'shortversion', 'bundleversion', 'productversion'], // prettier-ignore
    publisher: ['publisher', 'applicationpublisher', 'vendor', 'manufacturer', 'developer', 'company', 'softwarevendor'],
    device: [...DEVICE, 'hostname', 'host'],
    user: [...USER, 'assigneduser', 'primaryuser'],
    count: ['devicecount', 'installcount', 'installs', 'computercount', 'numberofdevices', 'count'],
    when: ['lastused', 'lastopenedtime', 'lastseen', 'lastreported', 'lastinventoryupdate', 'lastcheckin', 'unixtime', 'calendartime'],
    bundle: ['bundleidentifier', 'bundleid', 'identifyingnumber'],
    path: ['path', 'installlocation', 'installpath', 'installsource'],
    packaged: ['arch', 'architecture', 'maintainer', 'revision', 'release'],
  },
  required: [['name'], ['version'], ['publisher', 'device', 'count', 'bundle', 'path', 'when', 'user', 'packaged']],
  read: (row) => {
    const name = textOf(row, 'name')?.replace(/\.(?:app|exe)$/i, '') ?? null;
    if (name === null) return silent('NO_HOST');
    if (textOf(row, 'bundle')?.startsWith('com.apple.') === true) return silent('BUILT_IN');
    const version = textOf(row, 'version');
    return saying(
      observed('endpoint', whenOf(row, 'when'), {
        name,
        vendor: textOf(row, 'publisher'),
        details: {
          device: textOf(row, 'device'),
          user: textOf(row, 'user'),
          users: amountOf(row, 'count'),
          software: version === null ? name : `${name} ${version}`,
        },
      }),
    );
  },
};
