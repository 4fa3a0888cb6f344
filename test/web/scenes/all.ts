import { accessRights } from './access-rights.ts';
import { managerTools } from './manager-tools.ts';
import type { Scene } from './scene.ts';
import { settings } from './settings.ts';
import { signingIn } from './signing-in.ts';

const all: Scene[] = [...signingIn, ...accessRights, ...settings, ...managerTools];

/** Every page and dialog; `SCENES` takes those alone whose name holds it. */
export const scenes = all.filter(({ name }) => name.includes(process.env.SCENES ?? ''));
