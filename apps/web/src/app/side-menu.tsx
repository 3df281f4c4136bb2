import { Menu } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { places, type Place } from './navigation.js';
import { useSession } from './session.js';

/** The places of the workbench that this person may use; the longest path that fits the address is the current one. */
export function SideMenu({ onChoose }: { onChoose?: () => void }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { pathname } = useLocation();
  const mine = places.filter((p) => can(p.permission));
  const current = mine.filter((p) => pathname === p.path || pathname.startsWith(`${p.path}/`)).sort((a, b) => b.path.length - a.path.length)[0];
  const label = (p: Place) => (
    <Link to={p.path} onClick={onChoose}>
      {t(p.text as 'nav.home')}
    </Link>
  );
  return <Menu mode="inline" selectedKeys={current ? [current.path] : []} items={mine.map((p) => ({ key: p.path, label: label(p) }))} style={{ borderInlineEnd: 0 }} />;
}
