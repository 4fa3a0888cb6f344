import { Button } from '@mantine/core';

type Props = { label: string; onRemove: () => void };

/** Takes something that was assumed out of the form again. */
export const RemoveEvent = ({ label, onRemove }: Props) => (
  <div>
    <Button variant="subtle" color="red" c="var(--mantine-color-error)" size="compact-sm" onClick={onRemove}>
      {label}
    </Button>
  </div>
);
