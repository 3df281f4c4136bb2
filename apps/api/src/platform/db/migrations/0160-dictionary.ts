import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Dictionary0160 implements MigrationInterface {
  name = 'Dictionary0000000000160';

  async up(queryRunner: QueryRunner): Promise<void> {
    // The texts are made anew from their rows by the next sweep: their maker's version has changed with this column.
    await queryRunner.query(`ALTER TABLE "search_text" ADD "sounds" text NOT NULL DEFAULT ''`);
    await queryRunner.query(`ALTER TABLE "search_text" ALTER COLUMN "sounds" DROP DEFAULT`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "search_text" DROP COLUMN "sounds"`);
  }
}
