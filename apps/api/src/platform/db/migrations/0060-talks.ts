import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Talks0060 implements MigrationInterface {
  name = 'Talks0000000000060';

  async up(queryRunner: QueryRunner): Promise<void> {
    // One open question between two sides about the same items, whoever asks first. TypeORM cannot say "nulls not distinct".
    await queryRunner.query(
      `create unique index introduction_one_open on introduction ("supplierId", "demanderId", "demandId", "achievementId") nulls not distinct where status = 'REQUESTED'`,
    );
    await queryRunner.query(
      'create trigger negotiation_message_append_only before update or delete or truncate on negotiation_message for each statement execute function refuse_change()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger negotiation_message_append_only on negotiation_message');
    await queryRunner.query('drop index introduction_one_open');
  }
}
