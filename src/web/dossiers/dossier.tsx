import { Container, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { allows } from '../../domain/capabilities.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useDossier } from './use-dossier.ts';

/** A dossier: its name, and a tab for each section that the reader may see. */
export function Dossier() {
  const { t } = useTranslation();
  const { data: dossier, error } = useDossier();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  if (error) return <ProblemAlert error={error} />;
  if (!dossier) return null;
  const may = dossier.me.capabilities;
  const tabs = [
    ['access-rights', t('dossier.accessRights'), allows(may, 'familyAccess', 'view')] as const,
  ].filter(([, , seen]) => seen);
  const here = pathname.split('/')[3] ?? null;
  return (
    <Container size="lg" p={0}>
      <Title order={1}>{dossier.name}</Title>
      <Text mb="md">{t('dossiers.manager', { name: dossier.manager.name })}</Text>
      <Tabs value={here} onChange={(tab) => void navigate(`/dossiers/${dossier.id}/${tab ?? ''}`)}>
        <Tabs.List>
          {tabs.map(([path, name]) => (
            <Tabs.Tab key={path} value={path}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Outlet />
    </Container>
  );
}
