import { accessRights } from './access-rights.ts';
import { account } from './account.ts';
import { dossiers } from './dossiers.ts';
import { family } from './family.ts';
import { inventories } from './inventories.ts';
import { invitee } from './invitee.ts';
import { managerTools } from './manager-tools.ts';
import { onboarding } from './onboarding.ts';
import { reports } from './reports.ts';
import type { Scene } from './scene.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signingIn } from './signing-in.ts';
import { simulations } from './simulations.ts';
import { team } from './team.ts';

const all: Scene[] = [
  ...signingIn,
  ...invitee,
  ...account,
  ...accessRights,
  ...settings,
  ...managerTools,
  ...dossiers,
  ...team,
  ...onboarding,
  ...shell,
  ...family,
  ...inventories,
  ...simulations,
  ...reports,
];

const asked = (process.env.SCENES ?? '').split(',');

/** Every page and dialog; `SCENES` takes those alone whose name holds it, or one of several parted by commas. */
export const scenes = all.filter(({ name }) => asked.some((part) => name.includes(part)));
