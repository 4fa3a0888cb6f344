import { ActionIcon, type ActionIconProps, Loader } from '@mantine/core';
import type { ComponentProps } from 'react';

type Props = ActionIconProps & Omit<ComponentProps<'button'>, keyof ActionIconProps> & { isSaving: boolean };

/** An icon to press, which takes no second press while it saves, and keeps the focus: `loading` would disable it. */
export const SavingIcon = ({ isSaving, onClick, children, ...rest }: Props) => (
  <ActionIcon
    variant="subtle"
    size="lg"
    {...rest}
    aria-busy={isSaving}
    onClick={isSaving ? undefined : onClick}
  >
    {isSaving ? <Loader size={18} color="currentColor" aria-hidden /> : children}
  </ActionIcon>
);
