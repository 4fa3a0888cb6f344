import { accessRights } from './access-rights.ts';
import type { Scene } from './scene.ts';
import { signingIn } from './signing-in.ts';

/** Every page and dialog. */
export const scenes: Scene[] = [...signingIn, ...accessRights];
