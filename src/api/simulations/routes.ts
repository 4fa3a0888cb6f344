import type { Route } from '../route.ts';

export const simulationRoutes: Route[] = [];
