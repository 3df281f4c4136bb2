import { DownloadOutlined } from '@ant-design/icons';
import { Button, Collapse, Space, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts, Panel } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import type { Notice } from './notices.api.js';

/** 备查材料: every published text with its fingerprint and time; for the owner also how often it was read. Printed as it stands. */
export function NoticeFile({ notice, isOwner }: { notice: Notice; isOwner: boolean }) {
  const { t } = useTranslation('notices');
  if (!notice.versions.length) return null;
  return (
    <Panel title={t('file')}>
      <p className="muted">{t('fileHint')}</p>
      {isOwner ? (
        <div style={{ marginBottom: 12 }}>
          <Facts items={[{ label: t('readings'), value: t('times', { count: notice.readings ?? 0 }) }]} />
          <p className="muted">{t('fileTake')}</p>
          <Space wrap>
            <Button icon={<DownloadOutlined />} href={`/exports/notices/${notice.id}/diligence.pdf`} download>
              {t('filePdf')}
            </Button>
            <Button icon={<DownloadOutlined />} href={`/exports/notices/${notice.id}/diligence.zip`} download>
              {t('fileZip')}
            </Button>
          </Space>
        </div>
      ) : null}
      <Collapse
        ghost
        defaultActiveKey={notice.versions.map((v) => v.number)}
        items={notice.versions.map((v) => ({
          key: v.number,
          label: (
            <span className="num">
              {t('version', { number: v.number, round: v.round })}　{moment(v.createdAt)}
            </span>
          ),
          children: (
            <>
              <pre style={{ margin: 0, whiteSpace: 'pre-wrap', font: 'inherit' }}>{v.text}</pre>
              <Typography.Paragraph
                className="num"
                copyable={{ text: v.sha256, tooltips: false }}
                style={{ margin: '8px 0 0', overflowWrap: 'anywhere', fontFamily: 'monospace', fontSize: 12 }}
              >
                {`SHA-256 ${v.sha256}`}
              </Typography.Paragraph>
            </>
          ),
        }))}
      />
    </Panel>
  );
}
