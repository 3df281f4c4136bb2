import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, InputNumber, Result } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { claimAsked, claimContent, claimFormOf, claimIssues, type ClaimContent } from '@jihui/domain';
import { Loading, MoneyInput, PageFrame, Panel, ZodForm } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { formatMoney, moment } from '../../lib/format.js';
import { signOf } from '../../lib/indicator-text.js';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { challengeKeys, getChallenge, refreshAll, submitClaim, type Challenge } from './challenges.api.js';
import { Countdown } from './countdown.js';
import { useLabelOf } from './labels.js';

type Receipt = { digest: string; submittedAt: string; content: ClaimContent };

/** 揭榜: the form is made from the item's criteria and indicators. What is typed stays in this browser until it is sent, and is sealed on arrival. */
export function ClaimPage() {
  const { t } = useTranslation('challenges');
  usePageTitle(t('claim.title'));
  const { id = '' } = useParams();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: [...challengeKeys.one(id), 'claim'],
    queryFn: () => getChallenge(id),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error) return <FailedToLoad error={error} />;
  if (!data) return <Loading rows={10} />;
  const { challenge: c, serverTime } = data;
  if (receipt) return <Received challenge={c} receipt={receipt} />;
  if (!c.canClaim || c.barredUntil)
    return <Result status="info" title={c.barredUntil ? t('claim.barred', { until: c.barredUntil }) : t('claim.notNow')} extra={<Link to={`/challenges/${c.id}`}>{t('claim.back')}</Link>} />;
  return (
    <PageFrame
      title={t('claim.title')}
      crumbs={[{ title: c.number ?? '', href: `/challenges/${c.id}` }, { title: t('claim.title') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      meta={
        <>
          <span>{c.title}</span>
          {c.claimsCloseAt ? <Countdown until={c.claimsCloseAt} serverTime={serverTime} askedAt={dataUpdatedAt} /> : null}
        </>
      }
    >
      <Alert type="info" showIcon title={t('claim.sealTitle')} description={t('claim.sealHint')} style={{ marginBottom: 16 }} />
      <ClaimForm challenge={c} onReceived={setReceipt} />
    </PageFrame>
  );
}

function ClaimForm({ challenge: c, onReceived }: { challenge: Challenge; onReceived: (receipt: Receipt) => void }) {
  const { t } = useTranslation('challenges');
  const labelOf = useLabelOf();
  const send = async (content: ClaimContent) => {
    const { digest, submittedAt } = await submitClaim(c.id, content);
    onReceived({ digest, submittedAt, content });
    await refreshAll();
  };
  const unanswered = (values: unknown) => {
    const { success, data } = claimAsked.safeParse(values);
    return success ? claimIssues(data, c) : [];
  };
  return (
    <ZodForm
      schema={claimContent}
      keptAs={`claim ${c.id}`}
      moreIssues={unanswered}
      initialValues={{ ...claimFormOf(c), budget: null }}
      onSubmit={send}
      refusalOf={refusalOf}
      sentenceOf={issueSentence}
      labelOf={labelOf}
      summaryTitle={t('formTitle')}
      submitText={t('action.sendClaim')}
    >
      <Panel title={t('claim.team')}>
        <Form.Item name="summary" label={t('field.summary')}>
          <LongText autoSize={{ minRows: 4, maxRows: 16 }} max={3000} />
        </Form.Item>
        <Form.Item name="leader" label={t('field.leader')} style={{ maxWidth: 320 }}>
          <ShortText max={30} />
        </Form.Item>
        <h3 className="muted">{t('field.partners')}</h3>
        {c.kind === 'COMMON_TECHNOLOGY' ? <p className="muted">{t('claim.consortium')}</p> : null}
        <Form.List name="partners">
          {(fields, { add, remove }) => (
            <div id="partners">
              {fields.map((f) => (
                <div key={f.key} style={{ display: 'flex', flexWrap: 'wrap', columnGap: 8 }}>
                  <Form.Item name={[f.name, 'name']} label={t('partner.name')} style={{ flex: '1 1 200px' }}>
                    <ShortText max={60} />
                  </Form.Item>
                  <Form.Item name={[f.name, 'task']} label={t('partner.task')} style={{ flex: '2 1 240px' }}>
                    <ShortText max={300} />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('removeItem', { n: f.name + 1 })}
                    onClick={() => remove(f.name)}
                  />
                </div>
              ))}
              <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ name: '', task: '' })}>
                {t('partner.add')}
              </Button>
            </div>
          )}
        </Form.List>
      </Panel>
      <Panel title={t('field.targets')}>
        {c.indicators.map((i, n) => (
          <Form.Item
            key={i.name}
            name={['targets', n, 'value']}
            label={`${i.name}（${t('indicator.target')} ${[signOf(i.op), i.target, i.unit].filter(Boolean).join(' ')}，${t(i.must ? 'must' : 'nice')}）`}
            extra={i.method}
          >
            <ShortText max={60} suffix={i.unit} style={{ maxWidth: 320 }} />
          </Form.Item>
        ))}
      </Panel>
      <Panel title={t('field.answers')}>
        {c.criteria.map((x, n) => (
          <Form.Item key={x.name} name={['answers', n, 'text']} label={t('score.of', { name: x.name, weight: x.weight })} extra={x.hint}>
            <LongText autoSize={{ minRows: 4, maxRows: 20 }} max={5000} />
          </Form.Item>
        ))}
      </Panel>
      <Panel title={t('claim.terms')}>
        <Form.Item name="budget" label={t('field.budget')} extra={c.bidderCash ? t('claim.cashOfItem', { amount: formatMoney(c.bidderCash) }) : undefined} style={{ maxWidth: 320 }}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="months" label={t('field.months')}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
        <Form.Item name="pledge" valuePropName="checked">
          <Checkbox>{t('claim.pledge')}</Checkbox>
        </Form.Item>
      </Panel>
    </ZodForm>
  );
}

/** The receipt, and the only copy that the bidder can keep: the server cannot read it any more. */
function Received({ challenge: c, receipt }: { challenge: Challenge; receipt: Receipt }) {
  const { t } = useTranslation('challenges');
  const save = () => {
    const url = URL.createObjectURL(
      new Blob([JSON.stringify({ challenge: c.number, title: c.title, ...receipt }, null, 2)], { type: 'application/json' }),
    );
    const link = document.createElement('a');
    link.href = url;
    link.download = `${c.number ?? 'claim'}.json`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Result
      status="success"
      title={t('claim.received', { moment: moment(receipt.submittedAt) })}
      subTitle={t('claim.keepCopy')}
      extra={[
        <Button key="save" type="primary" onClick={save}>
          {t('claim.download')}
        </Button>,
        <Link key="back" to={`/challenges/${c.id}`}>
          {t('claim.back')}
        </Link>,
      ]}
    >
      <p style={{ overflowWrap: 'anywhere' }}>
        {t('claim.digest')}：<code>{receipt.digest}</code>
      </p>
    </Result>
  );
}
