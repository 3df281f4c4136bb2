import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search0040 implements MigrationInterface {
  name = 'Search0000000000040';

  async up(queryRunner: QueryRunner): Promise<void> {
    // For LIKE with three characters and more; shorter patterns scan the table, which 35,000 rows bear.
    await queryRunner.query('create index search_text_trigrams on search_text using gin (text gin_trgm_ops)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index search_text_trigrams');
  }
}
