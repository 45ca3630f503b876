/** The pages of the Connect stage, each with an address of its own. */
export const CONNECT_TABS = [
  { to: '/connections', label: 'Connections', end: true },
  { to: '/connections/catalogue', label: 'Catalogue' },
  { to: '/connections/mesh', label: 'Mesh' },
  { to: '/connections/flow', label: 'Flow' },
  { to: '/connections/drift', label: 'Drift' },
  { to: '/connections/quarantine', label: 'Quarantine' },
  { to: '/connections/planes', label: 'Planes' },
] as const;
