import Koa from 'koa';
import type { Logger } from 'pino';
import { answersProblems } from './middleware/problems.ts';
import { logsRequests } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { mount } from './mount.ts';
import { docsRouter } from './openapi/docs.ts';
import { pageRouter } from './page.ts';
import { routes } from './routes.ts';
import type { Services } from './services.ts';

/** The API over its services. */
export function createApp(services: Services, log: Logger): Koa {
  const app = new Koa();
  const docs = docsRouter();
  const calls = mount(routes, services);
  app.use(logsRequests(log));
  app.use(securityHeaders);
  app.use(answersProblems(log));
  app.use(docs.routes());
  app.use(calls.routes());
  app.use(calls.allowedMethods());
  app.use(pageRouter().routes());
  app.on('error', (error: Error) => log.warn({ name: error.name }, 'a response was cut'));
  return app;
}
