import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { amendedValue, closingBy, DomainError, faultsOf, lacksNewBasis, shanghaiDay, type RuleAmendment } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { DatedRuleRow } from './dated-rule.entity.js';

/** 修订规则: a new row from a day on; the one before it ends on the day before and is never rewritten. */
@Injectable()
export class RuleAmending {
  /** Enters the amendment. Two of one key wait for each other, so that the second sees the first one's row. */
  async amend(tx: Tx, input: RuleAmendment): Promise<DatedRuleRow> {
    tx.demand('rule.edit');
    const value = amendedValue(input);
    await tx.em.query('select pg_advisory_xact_lock(hashtext($1))', [`dated_rule ${input.key}`]);
    const rows = await tx.em.findBy(DatedRuleRow, { key: input.key });
    const closing = closingBy(rows, input, shanghaiDay(tx.now));
    if (lacksNewBasis(rows, input)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'basis', code: 'basis_ended' }] });
    if (closing && saysTheSame(closing.row, input, value)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'basis', code: 'nothing_changed' }] });
    if (closing) {
      const last = await tx.lock(DatedRuleRow, { id: closing.row.id }, 'rule.edit');
      last.validTo = closing.validTo;
      await tx.save(last);
    }
    const { key, validFrom, basis, certainty, note } = input;
    const row = await tx.insert(DatedRuleRow, { key, validFrom, validTo: input.validTo ?? null, value, basis, certainty, note });
    const [fault] = faultsOf(await tx.em.findBy(DatedRuleRow, { key }));
    if (fault) throw new Error(`an amendment of ${key} leaves ${fault.fault} at ${fault.at}`);
    await tx.record('rule.amended', row.id, { key, validFrom });
    return row;
  }
}

/** Whether an amendment would cut a rule that goes on only to repeat it. */
function saysTheSame(last: DatedRuleRow, input: RuleAmendment, value: object): boolean {
  const said = ({ basis, certainty, note, validTo }: Pick<DatedRuleRow, 'basis' | 'certainty' | 'note' | 'validTo'>) => [basis, certainty, note, validTo];
  return isDeepStrictEqual(last.value, value) && isDeepStrictEqual(said(last), said({ ...input, validTo: input.validTo ?? null }));
}
