import { DownloadOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';

const command = 'node ledger-verify.mjs jihui-ledger-2026-11-22.jsonl';

/** The export, the script that checks it, and what a check can and cannot show. */
export function HowToVerify() {
  const { t } = useTranslation('ledger');
  return (
    <>
      <p style={{ marginTop: 0 }}>{t('verify.what')}</p>
      <Space wrap style={{ marginBottom: 14 }}>
        <Button type="primary" icon={<DownloadOutlined />} href="/exports/ledger.jsonl" download>
          {t('verify.download')}
        </Button>
        <Button icon={<DownloadOutlined />} href="/ledger-verify.mjs" download="ledger-verify.mjs">
          {t('verify.script')}
        </Button>
      </Space>
      <ol className="ledger-steps">
        <li>
          {t('verify.run')}
          <pre className="ledger-hash" tabIndex={0}>{command}</pre>
        </li>
        <li>
          {t('verify.keep')}
          <pre className="ledger-hash" tabIndex={0}>{`${command} --earlier jihui-ledger-2026-10-22.jsonl`}</pre>
        </li>
        <li>
          {t('verify.root')}
          <pre className="ledger-hash" tabIndex={0}>{`${command} --root 2026-11-21=9f86d081…`}</pre>
        </li>
      </ol>
      <p>{t('verify.format')}</p>
      <p className="muted" style={{ marginBottom: 0 }}>
        {t('verify.limits')}
      </p>
    </>
  );
}
