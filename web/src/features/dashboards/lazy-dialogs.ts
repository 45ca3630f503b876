import { lazy } from 'react';

const dialogs = () => import('./dialogs.tsx');

/** The dialogs of ./dialogs.tsx, loaded when one is first needed. Put them in a Suspense. */
export const DeleteDialog = lazy(async () => ({ default: (await dialogs()).DeleteDialog }));
