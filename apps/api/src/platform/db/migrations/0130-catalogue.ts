import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Catalogue0130 implements MigrationInterface {
  name = 'Catalogue0000000000130';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "confirmation_link" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "itemId" uuid NOT NULL, "userId" uuid NOT NULL, "tokenHash" text NOT NULL, "expiresAt" TIMESTAMP WITH TIME ZONE NOT NULL, "usedAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_63b9b29cc38ea4d0eb485f882fb" UNIQUE ("tokenHash"), CONSTRAINT "PK_b0fe07042bbda8abc549c8de84c" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_058feb8c504eead508a2850a2e" ON "confirmation_link"  ("itemId", "createdAt") `);
    await queryRunner.query(`CREATE TABLE "item_indicator" ("itemId" uuid NOT NULL, "place" integer NOT NULL, "name" text NOT NULL, "label" text NOT NULL, "op" text NOT NULL, "low" double precision NOT NULL, "high" double precision, "unit" text NOT NULL, "dimension" text NOT NULL, "change" text, "least" double precision, "most" double precision, CONSTRAINT "PK_f8995ab72783eed9b2950cbca41" PRIMARY KEY ("itemId", "place"))`);
    await queryRunner.query(`CREATE INDEX "IDX_8a43f91ef9a6217a5fa16889e7" ON "item_indicator"  ("dimension", "least") `);
    await queryRunner.query(`CREATE INDEX "IDX_ba8aee092e11bd25b3940aebd0" ON "item_indicator"  ("dimension", "most") `);
    await queryRunner.query(`ALTER TABLE "confirmation_link" ADD CONSTRAINT "FK_f78fde9c78299a6eb08fdd4f7d8" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "confirmation_link" DROP CONSTRAINT "FK_f78fde9c78299a6eb08fdd4f7d8"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_ba8aee092e11bd25b3940aebd0"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_8a43f91ef9a6217a5fa16889e7"`);
    await queryRunner.query(`DROP TABLE "item_indicator"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_058feb8c504eead508a2850a2e"`);
    await queryRunner.query(`DROP TABLE "confirmation_link"`);
  }
}
