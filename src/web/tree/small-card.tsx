import { VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import type { Schemas } from '../api/client.ts';
import classes from './family-tree.module.css';

type Props = {
  person: Schemas['Person'];
  /** Who his relatives are, in words, for who doesn't see the lines. */
  about: string;
  onOpen?: (() => void) | undefined;
};

/** A person on a tree that is seen from far: the first name in large letters; the whole name for who points or listens. */
export function SmallCard({ person, about, onOpen }: Props) {
  const aboutId = useId();
  const { firstName, lastName, deathDate, central } = person;
  const name = `${firstName} ${lastName}`;
  const look = {
    className: classes.small,
    title: name,
    ...(central ? { 'data-central': true } : deathDate ? { 'data-late': true } : {}),
  };
  return (
    <>
      {onOpen ? (
        <button
          type="button"
          {...look}
          aria-label={name}
          aria-describedby={about ? aboutId : undefined}
          onClick={onOpen}
        >
          {firstName}
        </button>
      ) : (
        <div {...look}>
          <span aria-hidden>{firstName}</span>
          <VisuallyHidden component="span">{name}</VisuallyHidden>
        </div>
      )}
      {about && <VisuallyHidden id={aboutId}>{about}</VisuallyHidden>}
    </>
  );
}
