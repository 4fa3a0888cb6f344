import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';

/** Who is signed in. Fails with `not_signed_in` for nobody. */
export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: () => answered(api.GET('/api/me')), staleTime: 60_000 });
