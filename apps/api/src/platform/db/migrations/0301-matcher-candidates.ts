import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a matcher's candidates come from, for /readyz. */
export class MatcherCandidates0301 implements MigrationInterface {
  name = 'MatcherCandidates0000000000301';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "matcher" ADD "candidates" text NOT NULL DEFAULT 'MEMORY'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "matcher" DROP COLUMN "candidates"`);
  }
}
