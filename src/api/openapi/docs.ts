import Router from '@koa/router';
import send from 'koa-send';
import { absolutePath } from 'swagger-ui-dist';
import { documentText } from './write.ts';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Dossier access: the API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, tryItOutEnabled: true });\n`;
const files = ['swagger-ui.css', 'swagger-ui-bundle.js'];
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The OpenAPI document, and a page to read and try it. */
export function docsRouter(): Router {
  const router = new Router();
  let document: string | undefined;
  router.get('/api/openapi.json', (ctx) => {
    document ??= documentText();
    ctx.type = 'application/json';
    ctx.body = document;
  });
  router.get('/api/docs', (ctx) => {
    ctx.set('Content-Security-Policy', policy);
    ctx.type = 'html';
    ctx.body = page;
  });
  router.get('/api/docs/start.js', (ctx) => {
    ctx.type = 'js';
    ctx.body = start;
  });
  for (const file of files) {
    router.get(`/api/docs/${file}`, (ctx) => send(ctx, file, { root: absolutePath(), maxAge: 3_600_000 }));
  }
  return router;
}
