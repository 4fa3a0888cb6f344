import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../shell/empty.tsx';
import { LineList } from './line-list.tsx';
import type { Line } from './use-lines.ts';

type Props = {
  kind: Line['party']['kind'];
  lines: Line[];
  isFiltered: boolean;
  dossierId: string;
  managesAdvisors: boolean;
  onEdit: (line: Line) => void;
  children?: ReactNode;
};

/** The family, or the outside advisors; `children` stand below. */
export function LineGroup({ kind, lines, isFiltered, children, ...rest }: Props) {
  const { t } = useTranslation();
  const id = `access-${kind}`;
  const isFamily = kind === 'person';
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" mb="xs" id={id}>
        {t(isFamily ? 'access.family' : 'access.advisors')}
      </Title>
      {lines.length > 0 ? (
        <LineList lines={lines} labelledBy={id} {...rest} />
      ) : (
        <Empty
          text={t(isFiltered ? 'access.noneFound' : isFamily ? 'access.noPersons' : 'access.noAdvisors')}
        >
          {isFamily && !isFiltered && (
            <Button component={Link} to={`/dossiers/${rest.dossierId}/family`} variant="light">
              {t('access.toFamily')}
            </Button>
          )}
        </Empty>
      )}
      {children}
    </section>
  );
}
