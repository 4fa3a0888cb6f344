import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const versions = ['7', '5.5.1'] as const;

/** The family to and from other genealogy programs: GEDCOM. */
export function GedcomMenu({ dossierId, mayImport }: { dossierId: string; mayImport: boolean }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          GEDCOM
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {versions.map((version) => (
          <Menu.Item
            key={version}
            component="a"
            href={`/api/dossiers/${dossierId}/family/gedcom?version=${version}`}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('family.gedcom.export', { version })}
          </Menu.Item>
        ))}
        {mayImport && (
          <Menu.Item
            component={Link}
            to={`/dossiers/${dossierId}/family/import`}
            leftSection={<IconUpload size={16} aria-hidden />}
          >
            {t('family.gedcom.import')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
