import { accessRights } from './access-rights.ts';
import { reports } from './reports.ts';
import type { Scene } from './scene.ts';
import { signingIn } from './signing-in.ts';
import { simulations } from './simulations.ts';

const all: Scene[] = [...signingIn, ...accessRights, ...simulations, ...reports];

/** Every page and dialog; `SCENES` takes those alone whose name holds it. */
export const scenes = all.filter(({ name }) => name.includes(process.env.SCENES ?? ''));
