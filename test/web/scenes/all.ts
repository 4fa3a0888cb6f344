import { accessRights } from './access-rights.ts';
import { inventories } from './inventories.ts';
import type { Scene } from './scene.ts';
import { signingIn } from './signing-in.ts';

const all: Scene[] = [...signingIn, ...accessRights, ...inventories];

/** Every page and dialog; `SCENES` takes those alone whose name holds it. */
export const scenes = all.filter(({ name }) => name.includes(process.env.SCENES ?? ''));
