import { type Raw, textOf } from '../snapshot/fields.ts';
import { type JsonFormat, one } from './format.ts';
import { at, isObject, listAt, objectAt, objectsAt } from './json/values.ts';
import { type Entry, refused, silent } from './outcome.ts';
import { cellOf, columnsOf, rowOf } from './tables/headings.ts';
import { software } from './tables/software.ts';

const isResult = (value: unknown): boolean =>
  typeof at(value, 'hostIdentifier') === 'string' && (isObject(at(value, 'columns')) || Array.isArray(at(value, 'snapshot')));
const isComputer = (value: unknown): boolean =>
  Array.isArray(at(value, 'applications')) && (isObject(at(value, 'general')) || typeof at(value, 'udid') === 'string');

/** What is installed, device by device: osquery's log of results, and Jamf's inventory of computers. */
export const endpoints: JsonFormat = {
  kind: 'JSON',
  code: 'INSTALLED_SOFTWARE',
  title: software.title,
  lists: (beginning) => {
    const first: unknown = Array.isArray(beginning) ? beginning[0] : beginning;
    if (isResult(first) || isComputer(first)) return [''];
    return isComputer(listAt(beginning, 'results')[0]) ? ['results'] : null;
  },
  read: (element, _list, reading) => {
    if (!isObject(element)) return one(null, refused('NOT_AN_OBJECT'));
    const entry = (installed: Raw, device: Raw): Entry => {
      const raw = { ...device, ...installed };
      return { id: null, outcome: software.read(rowOf(Object.values(raw).map(cellOf), columnsOf(Object.keys(raw), software)), reading) };
    };
    if (isComputer(element)) {
      const general = objectAt(element, 'general');
      const device = {
        devicename: textOf(general, 'name') ?? textOf(element, 'udid'),
        lastcheckin: general['reportDate'] ?? general['lastContactTime'],
      };
      const installed = objectsAt(element, 'applications');
      return installed.length === 0 ? one(null, silent('NO_APPLICATION')) : installed.map((each) => entry(each, device));
    }
    const device = { devicename: textOf(element, 'hostIdentifier'), unixtime: element['unixTime'] };
    if (textOf(element, 'action') === 'removed') return one(null, silent('DELETED'));
    const rows = [...objectsAt(element, 'snapshot'), ...(isObject(element['columns']) ? [element['columns']] : [])];
    const named = rows.filter(
      (row) => textOf(row, 'name') !== null && textOf(row, 'version', 'bundle_short_version', 'bundle_version') !== null,
    );
    return named.length === 0 ? one(null, silent('NO_APPLICATION')) : named.map((row) => entry(row, device));
  },
};
