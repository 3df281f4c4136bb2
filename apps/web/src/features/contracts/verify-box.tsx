import { Button, Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { tidyPlatformNo } from '@jihui/domain';

/** One field: the number as it stands on the paper, however it is typed. */
export function VerifyBox({ number = '' }: { number?: string }) {
  const { t } = useTranslation('contracts');
  const navigate = useNavigate();
  return (
    <Form
      layout="vertical"
      initialValues={{ number }}
      requiredMark={false}
      onFinish={(values: { number: string }) => void navigate(`/verify/${encodeURIComponent(tidyPlatformNo(values.number))}`)}
    >
      <Form.Item label={t('verify.number')} htmlFor="number" extra={t('verify.example')} style={{ marginBottom: 0 }}>
        <Flex gap={8}>
          <Form.Item
            name="number"
            noStyle
            normalize={(v: string) => v.slice(0, 60)}
            rules={[{ required: true, whitespace: true, message: '' }]}
          >
            <Input size="large" autoComplete="off" spellCheck={false} style={{ maxWidth: 360 }} />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit">
            {t('verify.submit')}
          </Button>
        </Flex>
      </Form.Item>
    </Form>
  );
}
