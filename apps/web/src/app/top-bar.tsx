import { MenuOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useNavigate } from 'react-router';
import { graphql } from '@jihui/gql';
import { changeLanguage } from '../i18n/index.js';
import { request } from '../lib/api.js';
import { SideMenu } from './side-menu.js';
import { useSession } from './session.js';

const Logout = graphql('mutation Logout { logout }');
const publicPlaces = [
  { path: '/search', text: 'nav.search' },
  { path: '/challenges', text: 'nav.challenges' },
  { path: '/organisations', text: 'nav.organisations' },
  { path: '/people', text: 'nav.people' },
  { path: '/notices', text: 'nav.notices' },
  { path: '/register', text: 'nav.register' },
  { path: '/verify', text: 'nav.verify' },
] as const;

function PublicLinks({ onClick }: { onClick?: () => void }) {
  const { t } = useTranslation();
  return publicPlaces.map((p) => (
    <NavLink key={p.path} to={p.path} onClick={onClick} className="top-link">
      {t(p.text)}
    </NavLink>
  ));
}

function AccountMenu() {
  const { t } = useTranslation();
  const { me } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  if (!me) {
    return (
      <>
        <Link to="/signup" className="top-link wide-only">
          {t('signUp')}
        </Link>
        <Link to="/login">
          <Button type="primary">{t('signIn')}</Button>
        </Link>
      </>
    );
  }
  const leave = async () => {
    await request(Logout);
    client.clear();
    // What was typed and not sent is not for whoever signs in next.
    sessionStorage.clear();
    await navigate('/');
  };
  return (
    <>
      <Link to="/home" className="top-link wide-only">
        {t('workbench')}
      </Link>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'account', label: <Link to="/account">{t('nav.account')}</Link> },
            { key: 'leave', label: t('signOut'), onClick: () => void leave() },
          ],
        }}
      >
        <Button type="text" aria-haspopup="menu">
          {me.name}
        </Button>
      </Dropdown>
    </>
  );
}

/** Brand, public places, language, account: the same on every page; a drawer on a phone. */
export function TopBar() {
  const { t, i18n } = useTranslation();
  const { me } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <header className="top-bar no-print">
      <Button className="narrow-only" type="text" icon={<MenuOutlined />} aria-label={t('menu')} onClick={() => setOpen(true)} />
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width={26} height={26} />
        <strong>{t('brand')}</strong>
        <span className="wide-only">{t('tagline')}</span>
      </Link>
      <nav className="top-links wide-only" aria-label={t('tagline')}>
        <PublicLinks />
      </nav>
      <span style={{ flex: 1 }} />
      <Button type="text" onClick={() => void changeLanguage(i18n.language === 'en' ? 'zh-CN' : 'en')}>
        {t('language')}
      </Button>
      <AccountMenu />
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={280} title={t('brand')}>
        <nav className="drawer-links">
          <PublicLinks onClick={() => setOpen(false)} />
        </nav>
        {me ? <SideMenu onChoose={() => setOpen(false)} /> : null}
      </Drawer>
    </header>
  );
}
