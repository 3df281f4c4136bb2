import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Extensions0001 implements MigrationInterface {
  name = 'Extensions0000000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Trigrams carry the search while Meilisearch is away.
    await queryRunner.query('create extension if not exists pg_trgm');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop extension pg_trgm');
  }
}
