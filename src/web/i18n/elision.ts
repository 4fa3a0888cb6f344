import type { PostProcessorModule } from 'i18next';
import { elided } from '../../domain/french.ts';

/** French elides before a name that a text has been given: 'd’Anne', where the text says 'de'. */
export const elision: PostProcessorModule = {
  type: 'postProcessor',
  name: 'elision',
  process: (text, _key, options, { language }) =>
    language === 'fr'
      ? elided(
          text,
          Object.values(options).filter((value) => typeof value === 'string'),
        )
      : text,
};
