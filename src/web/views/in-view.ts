import type { Middleware } from 'openapi-fetch';
import { setView, viewOf } from './view.ts';

const viewing = (url: string) => viewOf(/\/api\/dossiers\/([^/]+)/.exec(new URL(url).pathname)?.[1]);
const views = /\/views(\/|$)/;

/**
 * Makes every call about a dossier that is seen in a view one of that view: the API answers what it would answer the
 * person, and refuses whatever isn't reading. A view that is over is left.
 */
export const inView: Middleware = {
  onRequest({ request }) {
    const view = viewing(request.url);
    if (view && !views.test(request.url)) request.headers.set('View-As', view.id);
    return request;
  },
  async onResponse({ request, response }) {
    const id = request.headers.get('View-As');
    if (response.status !== 404 || !id || viewing(request.url)?.id !== id) return;
    const { code } = (await response.clone().json()) as { code: string };
    if (code === 'view_ended') setView(null);
  },
};
