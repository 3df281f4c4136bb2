import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Guards0003 implements MigrationInterface {
  name = 'Guards0000000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$`);
    await queryRunner.query('create trigger audit_append_only before update or delete or truncate on audit_event for each statement execute function refuse_change()');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger audit_append_only on audit_event');
    await queryRunner.query('drop function refuse_change');
  }
}
