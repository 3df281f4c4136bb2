import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.js';
import { moment } from '../../lib/format.js';
import { LinkButton } from '../../lib/link-button.js';
import { errorSentence } from '../../lib/sentences.js';
import { subjectPath } from './tier-status.js';
import { dismissWish, getWishes, refreshTiers, tierKeys, type Wish } from './tiers.api.js';

/** Agreements that colleagues ask for; who may bind the organisation reads and accepts, or says no. */
export function WishList() {
  const { t } = useTranslation('tiers');
  const { can } = useSession();
  const { data } = useQuery({ queryKey: tierKeys.wishes, queryFn: getWishes });
  if (!data?.length) return null;
  return (
    <section className="wish-list">
      <h2>{t('wish.title')}</h2>
      <ul className="nda-list">
        {data.map((wish) => (
          <WishCard key={wish.id} wish={wish} mayAccept={can('nda.accept')} />
        ))}
      </ul>
    </section>
  );
}

function WishCard({ wish, mayAccept }: { wish: Wish; mayAccept: boolean }) {
  const { t } = useTranslation('tiers');
  const { message } = App.useApp();
  const dismiss = () =>
    void dismissWish(wish)
      .then(() => void message.success(t('wish.dismissed')))
      .catch((error: unknown) => void message.error(errorSentence(error)))
      .finally(() => void refreshTiers());
  return (
    <li className="nda-card">
      <strong>{wish.title}</strong>
      <div>{t('page.purpose', { purpose: wish.purpose })}</div>
      <div className="muted num">{t('wish.by', { name: wish.askedByName, time: moment(wish.createdAt) })}</div>
      <Flex gap={8} wrap>
        <LinkButton type={mayAccept ? 'primary' : 'default'} to={`${subjectPath(wish.subjectKind, wish.subjectId)}#confidential`}>
          {t(mayAccept ? 'wish.read' : 'wish.look')}
        </LinkButton>
        {mayAccept ? <Button onClick={dismiss}>{t('wish.dismiss')}</Button> : null}
      </Flex>
    </li>
  );
}
