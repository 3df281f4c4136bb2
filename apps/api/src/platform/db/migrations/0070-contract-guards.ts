import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContractGuards0070 implements MigrationInterface {
  name = 'ContractGuards0000000000070';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'create trigger contract_review_append_only before update or delete or truncate on contract_review for each statement execute function refuse_change()',
    );
    // A number belongs to its contract for ever, whatever happens to that.
    await queryRunner.query(`
      create function keep_registration_no() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or new."registrationNo" is distinct from old."registrationNo" then
          raise exception 'registration number % stays with its contract', old."registrationNo";
        end if;
        return new;
      end $$`);
    await queryRunner.query(
      'create trigger contract_keeps_number before update or delete on technology_contract for each row when (old."registrationNo" is not null) execute function keep_registration_no()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger contract_keeps_number on technology_contract');
    await queryRunner.query('drop function keep_registration_no');
    await queryRunner.query('drop trigger contract_review_append_only on contract_review');
  }
}
