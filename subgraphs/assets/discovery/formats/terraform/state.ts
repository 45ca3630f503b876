import { type Raw, textOf } from '../../snapshot/fields.ts';
import { type JsonFormat, one } from '../format.ts';
import { at, isObject, listAt, objectAt, objectsAt, textsAt, textsIn } from '../json/values.ts';
import { type Entry, refused, silent } from '../outcome.ts';
import { managed } from './managed-resource.ts';

type Names = Map<string, string>;

const MODULES = 'modules';
const SHOWN = 'values.root_module.resources';
const SHOWN_MODULES = 'values.root_module.child_modules';
const LAST_OF_MODULES = 3;

/** Terraform's and OpenTofu's states: version 4, versions 1 to 3, and what `terraform show -json` prints. */
export const terraformState: JsonFormat = {
  kind: 'JSON',
  code: 'TERRAFORM_STATE',
  title: 'Terraform states (versions 3 and 4, show -json) of any provider',
  lists: (beginning) => {
    const version = at(beginning, 'version');
    if (typeof version === 'number' && ['terraform_version', 'lineage', 'serial'].some((key) => at(beginning, key) !== undefined))
      return version <= LAST_OF_MODULES ? [MODULES] : ['resources'];
    return typeof at(beginning, 'format_version') === 'string' && typeof at(beginning, 'terraform_version') === 'string'
      ? [SHOWN, SHOWN_MODULES]
      : null;
  },
  read: (element, list, { names }) => {
    if (!isObject(element)) return one(null, refused('NOT_AN_OBJECT'));
    if (list === MODULES) return ofModule(element, names);
    if (list === SHOWN_MODULES) return ofShownModule(element, names);
    return list === SHOWN ? [ofShown(element, names)] : ofResource(element, names);
  },
};

/** Version 4: a resource with its instances. */
function ofResource(resource: Raw, names: Names): readonly Entry[] {
  const [type, name, mode] = [textOf(resource, 'type') ?? '', textOf(resource, 'name') ?? '', textOf(resource, 'mode') ?? 'managed'];
  const address = [textOf(resource, 'module'), mode === 'data' ? 'data' : null, type, name].filter((part) => part !== null).join('.');
  const instances = listAt(resource, 'instances');
  if (instances.length === 0) return one(address, silent('DELETED'));
  return instances.flatMap((instance) => {
    if (!isObject(instance)) return one(null, refused('NOT_AN_OBJECT'));
    const index = at(instance, 'index_key');
    const id = `${address}${index === undefined ? '' : `[${JSON.stringify(index)}]`}${textOf(instance, 'deposed') ?? ''}`;
    const attributes = isObject(instance['attributes']) ? instance['attributes'] : unflattened(objectAt(instance, 'attributes_flat'));
    const dependencies = [...textsAt(instance, 'dependencies'), ...textsAt(instance, 'depends_on')];
    return [{ id, outcome: managed({ mode, type, name, attributes, address, dependencies }, names) }];
  });
}

/** Versions up to 3: a module with its resources by address, whose attributes are flat: `tags.Name`. */
function ofModule(module: Raw, names: Names): readonly Entry[] {
  const path = textsAt(module, 'path').slice(1);
  return Object.entries(objectAt(module, 'resources')).map(([key, resource]) => {
    const parts = key.split('.');
    const mode = parts[0] === 'data' ? 'data' : 'managed';
    const [type = '', name = ''] = mode === 'data' ? parts.slice(1) : parts;
    const primary = objectAt(resource, 'primary');
    const attributes = { id: primary['id'], ...unflattened(objectAt(primary, 'attributes')) };
    const address = [...path.map((part) => `module.${part}`), key].join('.');
    const instance = {
      mode,
      type: textOf(objectAt(resource), 'type') ?? type,
      name,
      attributes,
      address,
      dependencies: textsAt(resource, 'depends_on'),
    };
    return { id: address, outcome: managed(instance, names) };
  });
}

/** `terraform show -json`: modules hold modules. */
function ofShownModule(module: Raw, names: Names): readonly Entry[] {
  const own = objectsAt(module, 'resources').map((resource) => ofShown(resource, names));
  return [...own, ...objectsAt(module, 'child_modules').flatMap((child) => ofShownModule(child, names))];
}

function ofShown(resource: Raw, names: Names): Entry {
  const [type, name, mode] = [textOf(resource, 'type') ?? '', textOf(resource, 'name') ?? '', textOf(resource, 'mode') ?? 'managed'];
  const address = textOf(resource, 'address') ?? `${type}.${name}`;
  const instance = { mode, type, name, attributes: objectAt(resource, 'values'), dependencies: textsAt(resource, 'depends_on') };
  return { id: address, outcome: managed({ ...instance, address: address.replace(/\[[^\]]*\]$/, '') }, names) };
}

/** Flat attributes with their maps of texts put together again: `tags.Name` is the name among the tags. */
function unflattened(flat: Raw): Raw {
  const nested: Record<string, unknown> = { ...flat };
  for (const map of ['tags', 'labels', 'tags_all']) {
    const entries = Object.entries(textsIn(flat)).filter(([key]) => key.startsWith(`${map}.`) && !/\.[%#]$/.test(key));
    if (entries.length > 0) nested[map] = Object.fromEntries(entries.map(([key, value]) => [key.slice(map.length + 1), value]));
  }
  return nested;
}
