import { Injectable } from '@nestjs/common';
import { addWorkingDays, dueOf, expertStep, shanghaiDay, type ReviewStage } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { RuleBooks } from '../rules/rule-books.service.js';

const fieldOf = { ACCEPTANCE: 'acceptance', FIRST_REVIEW: 'firstReview', SECOND_REVIEW: 'secondReview' } as const satisfies Record<ReviewStage, string>;

/** The last days of the branch's steps, by the rule of the day on which a step begins. */
@Injectable()
export class ContractDeadlines {
  constructor(private readonly books: RuleBooks) {}

  /** The last day of a step that begins in this transaction. */
  async of(tx: Tx, stage: ReviewStage): Promise<string> {
    const day = shanghaiDay(tx.now);
    const steps = (await this.books.current(tx.em)).on('REVIEW_STEPS', day);
    return dueOf(stage, day, steps?.value[fieldOf[stage]]);
  }

  /** The last day for hearing experts, where the technology amount reaches the threshold of that day; `disputed` hears them below it too. */
  async ofExperts(tx: Tx, techAmount: string | null, disputed = false): Promise<string | null> {
    const day = shanghaiDay(tx.now);
    const book = await this.books.current(tx.em);
    const days = expertStep(techAmount, book, day)?.days ?? (disputed ? book.on('EXAMINATION_DRAFT', day)?.value.expertDays : undefined);
    return days === undefined ? null : addWorkingDays(day, days);
  }
}
