import { Button, Form, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { clauseTree, noneWord, type ClauseNode, type ContractType } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';

/** The clauses of that type which are written in the text alone: required or optional, with 无, a text to begin with, and the law for a blank. */
export function ClauseFields({ type, onFill }: { type: ContractType; onFill: () => void }) {
  return clauseTree(type).map((node) => (node.key ? <ClauseField key={node.key} node={node} onFill={onFill} /> : null));
}

function ClauseField({ node, onFill }: { node: ClauseNode; onFill: () => void }) {
  const { t } = useTranslation('contractTexts');
  const form = Form.useFormInstance();
  const name = ['clauses', node.key ?? ''];
  const put = (text: string) => {
    form.setFieldValue(name, text);
    onFill();
  };
  return (
    <Panel
      title={node.heading}
      extra={<Tag color={node.isRequired ? 'blue' : 'default'}>{t(node.isRequired ? 'required' : 'optional')}</Tag>}
    >
      <Form.Item name={name} extra={node.hint} style={{ marginBottom: 8 }}>
        <LongText aria-label={node.heading} autoSize={{ minRows: 2, maxRows: 14 }} max={4000} />
      </Form.Item>
      <div className="text-tools">
        {node.isRequired ? null : (
          <Button size="small" onClick={() => put(noneWord)}>
            {t('useNone')}
          </Button>
        )}
        {node.starter ? (
          <Button size="small" onClick={() => put(node.starter ?? '')}>
            {t('useStarter')}
          </Button>
        ) : null}
      </div>
      {node.defaultRule ? <p className="muted clause-basis">{t('blankRule', { text: node.defaultRule.text, basis: node.defaultRule.basis })}</p> : null}
    </Panel>
  );
}
