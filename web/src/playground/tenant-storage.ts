import type { Storage } from '@graphiql/toolkit';

/** The browser's storage under one tenant's own keys: tabs and history of one company are not shown to the next one. */
export function tenantStorage(tenantId: string): Storage {
  const key = (name: string) => `autonomos.playground.${tenantId}.${name}`;
  const keys = () => Object.keys(localStorage).filter((each) => each.startsWith(key('')));
  return {
    get length() {
      return keys().length;
    },
    getItem: (name) => localStorage.getItem(key(name)),
    setItem: (name, value) => localStorage.setItem(key(name), value),
    removeItem: (name) => localStorage.removeItem(key(name)),
    clear: () => keys().forEach((each) => localStorage.removeItem(each)),
  };
}
