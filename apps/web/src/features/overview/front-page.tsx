import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Loading } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSlash } from '../../lib/use-slash.js';
import { NewAchievements, NewDemands } from './newest.js';
import { loadFront, overviewKeys } from './overview.api.js';
import { PublicNumbers } from './public-numbers.js';
import './overview.css';

const searchAddress = (text: string): string => (text ? `/search?q=${encodeURIComponent(text)}` : '/search');

function FrontSearch() {
  const { t } = useTranslation('overview');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  useSlash(box);
  const examples = t('examples', { returnObjects: true });
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void navigate(searchAddress(text.trim()));
  };
  return (
    <div className="front-search">
      <h1 className="front-lead">{t('lead')}</h1>
      <form role="search" onSubmit={submit} className="front-box">
        <input ref={box} type="search" value={text} maxLength={200} aria-label={t('boxLabel')} placeholder={t('placeholder')} onChange={(e) => setText(e.target.value)} />
        <button type="submit">{t('submit')}</button>
      </form>
      <p className="front-examples">
        <span>{t('try')}</span>
        {examples.map((example) => (
          <Link key={example} to={searchAddress(example)}>
            {example}
          </Link>
        ))}
      </p>
    </div>
  );
}

function ForWhom() {
  const { t } = useTranslation('overview');
  return (
    <div className="for-whom">
      {t('for', { returnObjects: true }).map(({ title, text, link, action }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
          <Link to={link}>{action}</Link>
        </section>
      ))}
    </div>
  );
}

/** What is here, in one screen: search, numbers that open, what is new, and why each kind of user comes. */
export function FrontPage() {
  usePageTitle(undefined);
  const { data, error, refetch } = useQuery({ queryKey: overviewKeys.front, queryFn: loadFront });
  return (
    <div className="front">
      <FrontSearch />
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <>
          <PublicNumbers numbers={data.publicNumbers} />
          <div className="front-columns">
            <NewAchievements front={data} />
            <NewDemands front={data} />
          </div>
        </>
      ) : error ? null : (
        <Loading />
      )}
      <ForWhom />
    </div>
  );
}
