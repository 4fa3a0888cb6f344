import { accessRightsRoutes } from './access-rights/routes.ts';
import { advisorRoutes } from './advisors/routes.ts';
import { authRoutes } from './auth/routes.ts';
import { donationRoutes } from './donations/routes.ts';
import { dossierRoutes } from './dossiers/routes.ts';
import { explainRoutes } from './explain/routes.ts';
import { familyRoutes } from './family/routes.ts';
import { firmRoutes } from './firms/routes.ts';
import { gedcomRoutes } from './gedcom/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { meRoutes } from './me/routes.ts';
import { onboardingRoutes } from './onboardings/routes.ts';
import { phoneChangeRoutes } from './phone-changes/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { simulationRoutes } from './simulations/routes.ts';
import { viewRoutes } from './views/routes.ts';
import { wealthRoutes } from './wealth/routes.ts';

/** The whole HTTP contract. */
export const routes = [
  ...healthRoutes,
  ...authRoutes,
  ...meRoutes,
  ...phoneChangeRoutes,
  ...firmRoutes,
  ...onboardingRoutes,
  ...dossierRoutes,
  ...familyRoutes,
  ...gedcomRoutes,
  ...wealthRoutes,
  ...donationRoutes,
  ...simulationRoutes,
  ...reportRoutes,
  ...accessRightsRoutes,
  ...advisorRoutes,
  ...explainRoutes,
  ...viewRoutes,
  ...invitationRoutes,
];
