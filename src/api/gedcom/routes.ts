import type { Route } from '../route.ts';

export const gedcomRoutes: Route[] = [];
