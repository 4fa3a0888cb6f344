import type { Schemas } from '../api/client.ts';
import classes from './family-tree.module.css';

type Props = { person: Schemas['Person']; onOpen?: (() => void) | undefined };

/** A person on a tree that is seen from far: the first name in large letters; the whole name for who points or listens. */
export function SmallCard({ person: { firstName, lastName, deathDate, central }, onOpen }: Props) {
  const name = `${firstName} ${lastName}`;
  const look = {
    className: classes.small,
    title: name,
    ...(central ? { 'data-central': true } : deathDate ? { 'data-late': true } : {}),
  };
  return onOpen ? (
    <button type="button" {...look} aria-label={name} onClick={onOpen}>
      {firstName}
    </button>
  ) : (
    <div {...look}>{name}</div>
  );
}
