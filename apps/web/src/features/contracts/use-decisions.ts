import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContractAction, RefusalCode } from '@jihui/domain';
import { errorSentence } from '../../lib/sentences.js';
import { refreshAll, type Contract } from './contracts.api.js';
import { deskSteps } from './desk.api.js';

export type Asked = 'approveFirst' | 'register' | 'return' | 'refuse';
const forward = ['accept', 'claim', 'approveFirst', 'register'] as const;
export type Forward = (typeof forward)[number];

/** What an operator can decide about a file, which decision is being asked for, and what follows from it. */
export function useDecisions(contract: Contract | undefined, afterwards: () => void, acceptsMany: boolean) {
  const { t } = useTranslation('contracts');
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [sending, setSending] = useState(false);
  const may = (action: ContractAction): boolean => contract?.availableActions.includes(action) ?? false;
  const next: Forward | null = forward.find(may) ?? null;

  const decided = async (text: string, moveOn = true) => {
    setAsked(null);
    void message.success(text);
    if (moveOn) afterwards();
    await refreshAll();
  };
  /** 受理 and 领取 are done at once; everything that says something to somebody asks first. */
  const atOnce = async (action: 'accept' | 'claim') => {
    if (!contract || sending) return;
    setSending(true);
    try {
      await deskSteps[action]({ id: contract.id, version: contract.version });
      // Who looks through what came in goes on to the next; who has a file open goes on with it.
      await decided(t(`done.${action}`, { title: contract.title }), action === 'accept' && acceptsMany);
    } catch (error) {
      void message.error(errorSentence(error));
      await refreshAll();
    } finally {
      setSending(false);
    }
  };
  const ref = { id: contract?.id ?? '', version: contract?.version ?? 0 };
  const title = contract?.title ?? '';

  return {
    next,
    may,
    asked,
    sending,
    goForward: () => {
      if (next === 'accept' || next === 'claim') void atOnce(next);
      else if (next) setAsked(next);
    },
    ask: (what: Asked) => may(what) && setAsked(what),
    stop: () => setAsked(null),
    approveFirst: async (opinion: string | null) => {
      await deskSteps.approveFirst(ref, opinion);
      await decided(t('done.approveFirst', { title }));
    },
    register: async (opinion: string | null) => {
      const number = await deskSteps.register(ref, opinion);
      await decided(t('done.register', { number: number ?? '' }));
    },
    giveBack: async (reason: string) => {
      await deskSteps.return(ref, reason);
      await decided(t('done.return', { title }));
    },
    refuse: async (code: RefusalCode, reason: string) => {
      await deskSteps.refuse(ref, code, reason);
      await decided(t('done.refuse', { title }));
    },
  };
}
