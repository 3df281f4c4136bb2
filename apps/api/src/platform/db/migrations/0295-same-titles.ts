import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['achievement', 'demand'];

/** What a unit has put up twice is mostly named alike: found without reading all that the unit has. */
export class SameTitles0295 implements MigrationInterface {
  name = 'SameTitles0000000000295';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await queryRunner.query(`create index ${table}_same_title on ${table} ("organisationId", lower(title)) where status = 'PUBLISHED'`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop index ${table}_same_title`);
  }
}
