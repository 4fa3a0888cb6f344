import type { Route } from '../route.ts';

export const donationRoutes: Route[] = [];
