import { useSyncExternalStore } from 'react';

/** A look at a dossier as somebody else sees it, begun by its manager: for this tab of the browser alone. */
export type View = { id: string; dossierId: string; name: string; expiresAt: string };

const remembered = 'view';
let current = JSON.parse(sessionStorage.getItem(remembered) ?? 'null') as View | null;
const listeners = new Set<() => void>();

/** Begins a view, or ends the one that there is. */
export function setView(view: View | null): void {
  current = view;
  if (view) sessionStorage.setItem(remembered, JSON.stringify(view));
  else sessionStorage.removeItem(remembered);
  for (const listener of listeners) listener();
}

/** The view in which a dossier is seen now, if it is. */
export const viewOf = (dossierId: string | undefined): View | null =>
  current && current.dossierId === dossierId ? current : null;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The view in which a dossier is seen now; the component is drawn again when it begins or ends. */
export const useView = (dossierId: string | undefined): View | null =>
  useSyncExternalStore(subscribe, () => viewOf(dossierId));
