import { QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { KeptWords, theme } from '@jihui/ui';
import { queryClient } from '../lib/api.js';
import { router } from '../routes/index.js';

// Without the movement antd must not wait for its end either.
const isStill = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
const look = isStill ? { ...theme, token: { ...theme.token, motion: false } } : theme;

export function App() {
  const { t, i18n } = useTranslation();
  const keptWords = { restored: t('keptRestored'), startAnew: t('keptStartAnew') };
  return (
    <ConfigProvider theme={look} locale={i18n.language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <Messages>
          <KeptWords value={keptWords}>
            <RouterProvider router={router} />
          </KeptWords>
        </Messages>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
