import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './skip-link.module.css';

/** The id of what a page is about, beside the header that all pages have. */
export const contentId = 'content';

/** The first thing that the keyboard reaches: past the header, to the content. */
export function SkipLink() {
  const { t } = useTranslation();
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(contentId)?.focus();
  };
  return (
    <a className={classes.link} href={`#${contentId}`} onClick={skip}>
      {t('shell.skip')}
    </a>
  );
}
