import { Button, Result } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { verificationWorkingDays } from '@jihui/domain';
import { PageFrame, Panel } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { refreshAll, type SignedUp } from './organisations.api.js';
import { SignUpForm } from './sign-up-form.js';

const days = verificationWorkingDays;

export function SignUpPage() {
  const { t } = useTranslation('organisations');
  usePageTitle(t('signUp.title'));
  const [done, setDone] = useState<SignedUp | null>(null);
  if (done) {
    return (
      <Panel>
        <Result
          status="success"
          title={t('signUp.doneTitle')}
          subTitle={t('signUp.doneText', { branch: done.branch?.name ?? t('signUp.branchUnknown'), name: done.name, days })}
          extra={[
            <Link key="next" to={`/organisations/${done.id}`}>
              <Button type="primary">{t('signUp.doneNext')}</Button>
            </Link>,
            <Link key="home" to="/home">
              <Button>{t('signUp.doneHome')}</Button>
            </Link>,
          ]}
        />
      </Panel>
    );
  }
  const finish = async (organisation: SignedUp) => {
    setDone(organisation);
    window.scrollTo(0, 0);
    await refreshAll();
  };
  return (
    <PageFrame title={t('signUp.title')} meta={t('signUp.lead')} aside={<WhatFollows />}>
      <SignUpForm onDone={finish} />
    </PageFrame>
  );
}

function WhatFollows() {
  const { t } = useTranslation('organisations');
  return (
    <Panel title={t('signUp.after')}>
      <ol style={{ margin: 0, paddingInlineStart: 18 }}>
        <li>{t('signUp.afterSteps.in')}</li>
        <li>{t('signUp.afterSteps.verify', { days })}</li>
        <li>{t('signUp.afterSteps.result')}</li>
      </ol>
      <p style={{ marginBottom: 0 }}>
        {t('signUp.haveAccount')}{' '}
        <Link to="/login" style={{ textDecoration: 'underline' }}>
          {t('signUp.signIn')}
        </Link>
      </p>
    </Panel>
  );
}
