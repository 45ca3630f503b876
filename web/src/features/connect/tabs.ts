/** The pages of the Connect stage, each with an address of its own. */
export const CONNECT_TABS = [{ to: '/connections', label: 'Connections', end: true }] as const;
