import { Container, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { Refusal } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { tabs } from './tabs.ts';
import { useDossier } from './use-dossier.ts';

/** A dossier: its name, and a tab for each section that the reader may see. */
export function Dossier() {
  const { t } = useTranslation();
  const { data: dossier, error } = useDossier();
  const { pathname } = useLocation();
  const { d } = useParams();
  const navigate = useNavigate();
  if (error instanceof Refusal && error.problem.code === 'number_unconfirmed') {
    return <Navigate to={`/dossiers/${d}/number`} replace />;
  }
  if (error) return <ProblemAlert error={error} />;
  if (!dossier) return null;
  const here = pathname.split('/')[3] ?? null;
  return (
    <Container size="lg" p={0}>
      <Title order={1}>{dossier.name}</Title>
      <Text mb="md">{t('dossiers.manager', { name: dossier.manager.name })}</Text>
      <Tabs value={here} onChange={(tab) => void navigate(`/dossiers/${dossier.id}/${tab ?? ''}`)}>
        <Tabs.List style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}>
          {tabs
            .filter(({ seen }) => seen(dossier.me.capabilities))
            .map(({ path }) => (
              <Tabs.Tab key={path} value={path}>
                {t(`dossier.tabs.${path}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
      </Tabs>
      <Outlet />
    </Container>
  );
}
