import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { bodyOf, type Typed } from './typed.ts';
import type { Line } from './use-lines.ts';

/** So long nothing is typed before the preview follows, in milliseconds. */
const pause = 400;

/** What a save of what is typed would do and send; asked once it is complete. */
export function usePreview(d: string, line: Line, typed: Typed, isComplete: boolean) {
  const { party } = line;
  const [settled] = useDebouncedValue(JSON.stringify(bodyOf(line, typed)), pause);
  return useQuery({
    queryKey: ['access-preview', d, party.id, settled],
    queryFn: () => {
      const body = JSON.parse(settled);
      return party.kind === 'advisor'
        ? answered(
            api.POST('/api/dossiers/{d}/access-rights/advisors/{a}/preview', {
              params: { path: { d, a: party.id } },
              body,
            }),
          )
        : answered(
            api.POST('/api/dossiers/{d}/access-rights/persons/{p}/preview', {
              params: { path: { d, p: party.id } },
              body,
            }),
          );
    },
    enabled: isComplete,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
