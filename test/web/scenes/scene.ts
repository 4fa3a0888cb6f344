import type { TFunction } from 'i18next';
import type { Page } from 'playwright-core';
import type { TimeWorld } from '../../support/time-world.ts';

/**
 * A page or a dialog of the demo as somebody sees it: looked at by the accessibility tests in both colour schemes, and
 * by `npm run screenshots` in every language.
 */
export type Scene = {
  /** Unique; names its screenshots. */
  name: string;
  /** The e-mail address of who is signed in (`demoSignIns`), or null. */
  by: string | null;
  path: string | ((world: TimeWorld) => Promise<string>);
  /** Opens what is to be seen, and waits until it is there. */
  open: (page: Page, t: TFunction, world: TimeWorld) => Promise<void>;
};

/** The address of a page of one of the demo's dossiers, by the dossier's name. */
export const inDossier = (name: string, rest: string) => async (world: TimeWorld) => {
  const [found] = await world.owner<{ id: string }[]>`select id from dossiers where name = ${name}`;
  return `/dossiers/${found!.id}${rest}`;
};
