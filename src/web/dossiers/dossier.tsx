import { Box, Container, Group, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { Refusal } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { ViewBanner } from '../views/view-banner.tsx';
import { ClosedBanner } from './closed-banner.tsx';
import { DossierMenu } from './dossier-menu.tsx';
import { NoSuchDossier } from './no-such-dossier.tsx';
import { tabs } from './tabs.ts';
import { useDossier } from './use-dossier.ts';
import { useIsAdmin } from './use-is-admin.ts';

/** On a phone the row of tabs is wider than the page: it is scrolled to the open one. */
const intoSight = (tab: HTMLElement | null) => {
  const row = tab?.parentElement?.parentElement;
  if (!tab || !row) return;
  const [shown, whole] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += shown.left + shown.width / 2 - whole.left - whole.width / 2;
};

/** A dossier: its name, and a tab for each section that the reader may see. */
export function Dossier() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const { data: dossier, error } = useDossier();
  const isAdmin = useIsAdmin(dossier);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const here = pathname.split('/')[3] || null;
  const shown = dossier ? tabs.filter(({ seen }) => seen(dossier.me.capabilities, isAdmin)) : [];
  const isShown = (path: string | null) => shown.some((tab) => tab.path === path);
  // The first tab stands for one that is no longer the reader's: he handed the dossier over, or sees it as another.
  const isElsewhere = !here || (tabs.some(({ path }) => path === here) && !isShown(here));
  const refusal = error instanceof Refusal && error.problem.code;
  if (refusal === 'not_found') return <NoSuchDossier />;
  if (refusal === 'number_unconfirmed') return <Navigate to={`/dossiers/${d}/number`} replace />;
  return (
    <Container size="lg" p={0}>
      <ViewBanner dossierId={d} />
      {error && <ProblemAlert error={error} />}
      {dossier && !error && (
        <>
          <ClosedBanner dossier={dossier} />
          <Group justify="space-between" align="start" wrap="nowrap">
            <Title order={1} style={{ overflowWrap: 'anywhere' }}>
              {dossier.name}
            </Title>
            <DossierMenu dossier={dossier} />
          </Group>
          <Text mb="md">{t('dossiers.manager', { name: dossier.manager.name })}</Text>
          <Tabs
            color="petrol.5"
            value={here}
            onChange={(tab) => void navigate(`/dossiers/${dossier.id}/${tab ?? ''}`)}
          >
            <Box style={{ overflowX: 'auto', overflowY: 'hidden' }}>
              <Tabs.List miw="max-content" style={{ flexWrap: 'nowrap' }}>
                {shown.map(({ path }) => (
                  <Tabs.Tab key={path} value={path} ref={path === here ? intoSight : null}>
                    {t(`dossier.tabs.${path}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Box>
          </Tabs>
          {isElsewhere && shown[0] ? <Navigate to={`/dossiers/${d}/${shown[0].path}`} replace /> : <Outlet />}
        </>
      )}
    </Container>
  );
}
