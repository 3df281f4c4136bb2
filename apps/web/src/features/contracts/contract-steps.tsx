import { Grid, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContractStatus } from '@jihui/domain';
import { day } from '../../lib/format.js';
import type { Contract } from './contracts.api.js';

const steps = ['drafted', 'confirmed', 'submitted', 'accepted', 'first', 'experts', 'second', 'registered'] as const;
type Step = (typeof steps)[number];
type Done = { at: string; who: string };

/** How many steps are behind a contract in that state. */
const behind: Record<ContractStatus, number> = {
  DRAFT: 1,
  CONFIRMED: 2,
  SUBMITTED: 3,
  ACCEPTED: 4,
  FIRST_REVIEW: 4,
  EXPERT_REVIEW: 5,
  SECOND_REVIEW: 6,
  REGISTERED: 8,
  PERFORMED: 8,
  DEREGISTERED: 8,
  REVOKED: 8,
  RETURNED: 2,
  REFUSED: 6,
  CANCELLED: 1,
};
const stepOf: Record<string, Step> = {
  'contract.drafted': 'drafted',
  'contract.edited': 'drafted',
  'contract.confirmed': 'confirmed',
  'contract.submitted': 'submitted',
  'contract.accepted': 'accepted',
  'contract.firstApproved': 'first',
  'contract.referredToExperts': 'first',
  'contract.expertsConcluded': 'experts',
  'contract.registered': 'registered',
  'contract.refused': 'second',
};

/** What a registration has come to. */
const endOf: Partial<Record<ContractStatus, string>> = { PERFORMED: 'contract.performed', DEREGISTERED: 'contract.deregistered', REVOKED: 'contract.revoked' };

/** When and by whom each step was last taken; what an edit or a return undid does not count. */
function doneSteps(history: Contract['history']): Partial<Record<Step, Done>> {
  const done: Partial<Record<Step, Done>> = {};
  for (const line of [...history].reverse()) {
    const step = stepOf[line.event];
    if (!step) continue;
    done[step] = {
      at: line.at,
      who: line.event === 'contract.edited' || line.event === 'contract.drafted' ? line.organisationName : line.actorName,
    };
    if (line.event === 'contract.registered') done.second = done.registered;
    for (const later of steps.slice(steps.indexOf(step) + 1)) if (line.event !== 'contract.registered') delete done[later];
  }
  return done;
}

/** The way to the register and to its end as a line, each step with its day and its person; experts only where they were heard. */
export function ContractSteps({ contract }: { contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { md } = Grid.useBreakpoint();
  const done = doneSteps(contract.history);
  const ended = contract.status === 'REFUSED' || contract.status === 'CANCELLED';
  const reached = contract.status === 'CANCELLED' ? Math.max(1, Object.keys(done).length) : behind[contract.status];
  const hasExperts = contract.status === 'EXPERT_REVIEW' || done.experts !== undefined;
  const shown = (ended ? steps.slice(0, reached) : steps).filter((step) => step !== 'experts' || hasExperts);
  const back = contract.status === 'RETURNED' ? contract.history.find((line) => line.event === 'contract.returned') : undefined;
  const returned = back && { at: back.at, who: back.actorName };
  const end = contract.history.find((line) => line.event === endOf[contract.status]);
  const last = contract.status === 'REFUSED' ? t('step.refused') : t('step.cancelled');
  const label = (step: Step): string => (step === 'submitted' && contract.status === 'RETURNED' ? t('step.returned') : t(`step.${step}`));
  return (
    <Steps
      size="small"
      orientation={md ? 'horizontal' : 'vertical'}
      titlePlacement={md ? 'vertical' : 'horizontal'}
      current={shown.filter((step) => steps.indexOf(step) < reached).length + (end ? 1 : 0)}
      status={ended || contract.status === 'RETURNED' ? 'error' : 'process'}
      items={[
        ...shown.map((step) => {
          const d = steps.indexOf(step) < reached ? done[step] : step === 'submitted' ? returned : undefined;
          return { title: label(step), content: d ? <WhenAndWho {...d} /> : undefined };
        }),
        ...(end ? [{ title: t(`status.${contract.status}`), status: contract.status === 'REVOKED' ? ('error' as const) : undefined, content: <WhenAndWho at={end.at} who={end.actorName} /> }] : []),
        ...(ended
          ? [{ title: last, content: contract.status === 'REFUSED' && done.second ? <WhenAndWho {...done.second} /> : undefined }]
          : []),
      ]}
    />
  );
}

function WhenAndWho({ at, who }: Done) {
  return (
    <span className="contract-step num">
      <span>{day(at)}</span> <span>{who}</span>
    </span>
  );
}
