import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Refusal } from './api/client.ts';
import { nonce } from './nonce.ts';
import { pages } from './pages.ts';
import { outageIn } from './shell/outage.ts';
import { legibleColors, theme } from './theme.ts';

const router = createBrowserRouter(pages);

/** What passes: an outage, the API's own failure, a session that is renewed. */
const passes = (error: unknown): boolean =>
  error instanceof Refusal && (outageIn(error) !== null || error.problem.code === 'not_signed_in');

/** Whose session has ended in the middle is noticed where it is asked who he is. */
const noticeEnd = (error: unknown) => {
  if (error instanceof Refusal && error.problem.code === 'not_signed_in') {
    void queries.invalidateQueries({ queryKey: ['me'] });
  }
};
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] === 'me') return;
      noticeEnd(error);
      // What was read stays shown, with what was typed into it, until it is read again.
      if (passes(error) && query.state.data !== undefined) {
        query.setState({ status: 'success', error: null, isInvalidated: true });
      }
    },
  }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the API refuses, it refuses again; only an outage passes by itself.
      retry: (count, error) =>
        count < 3 && error instanceof Refusal && [0, 502, 503, 504].includes(error.problem.status),
    },
  },
});

export const App = () => (
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={legibleColors}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="top-center" />
      <QueryClientProvider client={queries}>
        <ModalsProvider>
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>
);
