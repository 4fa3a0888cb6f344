import type { Route } from '../route.ts';

export const wealthRoutes: Route[] = [];
