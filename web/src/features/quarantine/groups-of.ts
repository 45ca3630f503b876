import type { QuarantineOverviewQuery } from '../../gql/graphql.ts';

/** Records of one object that wait for one reason. */
export type Group = QuarantineOverviewQuery['quarantineCounts'][number];

interface Shown {
  object: string;
  code: string;
  connection: string;
  /** Words of the reason. */
  find: string;
}

/** The groups that the filters leave. Pure. */
export function shownGroups(groups: readonly Group[], { object, code, connection, find }: Shown): readonly Group[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return groups.filter(
    (group) =>
      (object === '' || group.object.id === object) &&
      (code === '' || group.code === code) &&
      (connection === '' || group.object.connection.id === connection) &&
      words.every((word) => group.reason.toLowerCase().includes(word)),
  );
}

/** What can be filtered by: each once, by name; objects of the chosen connection only. Pure. */
export function optionsOf(groups: readonly Group[], connection: string) {
  const byLabel = (map: ReadonlyMap<string, string>) =>
    Array.from(map, ([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label));
  const within = groups.filter((group) => connection === '' || group.object.connection.id === connection);
  return {
    connections: byLabel(new Map(groups.map(({ object }) => [object.connection.id, object.connection.name]))),
    objects: byLabel(new Map(within.map(({ object }) => [object.id, object.name]))),
    codes: [...new Set(within.map((group) => group.code))].toSorted(),
  };
}
